"""Runs a notebook in a kernel of Jupyter, from a folder, and prints what its cells show, as JSON."""

import json
import sys

import nbformat
from nbclient import NotebookClient

_, file, folder = sys.argv
notebook = nbformat.read(file, as_version=4)
NotebookClient(notebook, timeout=120, resources={"metadata": {"path": folder}}).execute()
print(json.dumps([output.get("data", output) for cell in notebook.cells for output in cell.get("outputs", [])]))

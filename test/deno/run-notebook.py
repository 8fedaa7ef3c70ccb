"""Runs a notebook in a kernel of Jupyter, from a folder, and prints what its cells show, as JSON.

The kernel of Deno sometimes sends a result after it has said that the cell is done. nbclient loses such a result,
so the cells are sent here, and messages read until as many results have come as the third argument asks for.
"""

import json
import sys

import nbformat
from jupyter_client.manager import start_new_kernel

_, file, folder, results = sys.argv
cells = [cell.source for cell in nbformat.read(file, as_version=4).cells if cell.cell_type == "code"]
manager, client = start_new_kernel(kernel_name="deno", cwd=folder)
try:
    order = [client.execute(cell) for cell in cells]
    shown = []
    while len(shown) < int(results):
        message = client.get_iopub_msg(timeout=120)
        if message["msg_type"] == "error":
            sys.exit("\n".join(message["content"]["traceback"]))
        if message["msg_type"] == "execute_result":
            shown.append((order.index(message["parent_header"]["msg_id"]), message["content"]["data"]))
    print(json.dumps([data for _, data in sorted(shown, key=lambda result: result[0])]))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)

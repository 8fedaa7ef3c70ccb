import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A Slurm of one node on this machine, all of its files in one folder. */
export interface Slurm {
  /** The environment in which its commands find it. */
  readonly env: NodeJS.ProcessEnv;
  readonly end: () => Promise<void>;
}

const settings = (folder: string, host: string): string => `
ClusterName=one
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=26817
SlurmdPort=26818
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.socket
SlurmUser=root
SlurmdUser=root
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0
KillWait=1
MailProg=/bin/true
ReturnToService=2
NodeName=${host} NodeAddr=127.0.0.1 CPUs=${cpus().length} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;

/** Starts a Slurm of one node: munge for its keys, a controller, and a node. It needs no systemd. */
export const startSlurm = async (folder: string): Promise<Slurm> => {
  const host = hostname().split(".")[0];
  const at = (name: string): string => join(folder, name);
  for (const name of ["state", "spool"]) mkdirSync(at(name));
  writeFileSync(at("munge.key"), randomBytes(128), { mode: 0o600 });
  writeFileSync(at("slurm.conf"), settings(folder, host));
  const env = { ...process.env, SLURM_CONF: at("slurm.conf") };
  const daemons: ChildProcess[] = [];
  const start = (command: string, words: readonly string[]): void => {
    daemons.push(spawn(command, words, { env, stdio: "ignore" }));
  };
  const end = async (): Promise<void> => {
    for (const daemon of daemons.toReversed()) {
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      const ended = new Promise((resolve) => daemon.once("exit", resolve));
      daemon.kill();
      await Promise.race([ended, pause(5000).then(() => daemon.kill("SIGKILL"))]);
    }
  };
  const own = ["socket", "pid-file", "log-file", "seed-file"].map(
    (file) => `--${file}=${at(`munge.${file.slice(0, 6)}`)}`,
  );
  start("munged", ["--foreground", "--force", `--key-file=${at("munge.key")}`, ...own]);
  await pause(500);
  start("slurmctld", ["-D"]);
  start("slurmd", ["-D"]);
  for (let tries = 0; tries < 100; tries++) {
    if (isIdle(env)) return { env, end };
    await pause(300);
  }
  await end();
  throw new Error(
    `Slurm does not start:\n${["slurmctld", "slurmd"].map((name) => logOf(at(`${name}.log`))).join("\n")}`,
  );
};

const isIdle = (env: NodeJS.ProcessEnv): boolean => {
  try {
    return /idle/.test(execFileSync("bash", ["-c", "sinfo --noheader"], { env, encoding: "utf8", stdio: "pipe" }));
  } catch {
    return false;
  }
};

const logOf = (file: string): string => {
  try {
    return readFileSync(file, "utf8").slice(-2000);
  } catch {
    return `There is no ${file}.`;
  }
};

package dev.shortlist.text;

/// Whether child processes are cut off from the network and from writing files.
///
/// Linux does it, by namespaces and resource limits (`unshare` and `prlimit` of util-linux), unless
/// a container or the system's settings forbid it. Heap, time and environment of a child are
/// limited everywhere.
public enum Sandbox {
  /// Never: for a platform on which finding out does harm.
  OFF,
  /// As far as the platform does it.
  WHERE_AVAILABLE,
  /// Nothing is read where the platform does not do it.
  REQUIRED
}

package dev.shortlist.dialect;

/// The label that says through which dialect a screening came in.
public final class Client {
  public static final String LABEL = "client";

  private Client() {}
}

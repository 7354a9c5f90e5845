package dev.shortlist.accounts;

/// The server was told to listen where others than this machine could reach it.
final class AddressNotLocal extends RuntimeException {
  private static final long serialVersionUID = 1;

  AddressNotLocal(String address) {
    super(
        "Shortlist was told to listen on %s, where other machines could reach it without sign-in."
            .formatted(address));
  }
}

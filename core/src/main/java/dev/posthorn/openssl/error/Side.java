package dev.posthorn.openssl.error;

/** The part this host plays in a handshake. */
enum Side {
    SERVER("server"),
    CLIENT("client");

    private final String description;

    Side(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}

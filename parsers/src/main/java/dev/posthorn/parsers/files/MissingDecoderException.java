package dev.posthorn.parsers.files;

import java.util.Optional;

/** A file is compressed in a way that takes a library which is not there, or in one that this library does not read. */
public final class MissingDecoderException extends LogFileException {

    private static final long serialVersionUID = 1L;

    /** What to add; empty if nothing would help. */
    private final String artifact;

    /** Nothing can be added that would help. */
    MissingDecoderException(Origin origin, String reason) {
        super(origin, reason);
        this.artifact = "";
    }

    MissingDecoderException(Origin origin, String reason, String artifact, LinkageError cause) {
        super(origin, reason, cause);
        this.artifact = artifact;
    }

    /**
     * What to add to the class path.
     *
     * @return group and artifact, such as {@code org.tukaani:xz}; empty if nothing would help
     */
    public Optional<String> artifact() {
        return Optional.of(artifact).filter(name -> !name.isEmpty());
    }
}

package dev.posthorn.parsers.internal.parts;

/** Reads the messages of one program. */
@FunctionalInterface
public interface Grammar {

    /**
     * Reads the text between {@link Parts#from} and {@link Parts#to}, and says what it is and what is in it.
     *
     * @param line the text, and where its parts are kept
     * @return false if it is no message this grammar knows
     */
    boolean read(Parts line);
}

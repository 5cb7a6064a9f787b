package dev.posthorn.parsers.files;

import dev.posthorn.mail.LineBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where lines come from: a file, or a member of an archive.
 *
 * @param file the file
 * @param member the name of the member, if the file is a tar archive; names of archives inside archives are joined by
 *     {@code !}. As it stands in the archive: any text, never to be used as a path
 */
public record Origin(Path file, Optional<String> member) {

    /**
     * Names a place.
     *
     * @param file the file
     * @param member the member of the archive that the file is, if it is one
     */
    public Origin {}

    static Origin of(Path file) {
        return new Origin(file, Optional.empty());
    }

    /** A member of this archive. */
    Origin withMember(String name) {
        return new Origin(file, Optional.of(member.map(outer -> outer + "!").orElse("") + name));
    }

    /**
     * The place as one would name it, safe for terminals.
     *
     * @return {@code logs.tar.gz} or {@code logs.tar.gz!maillog.1}
     */
    @Override
    public String toString() {
        return printable(file + member.map(name -> "!" + name).orElse(""));
    }

    /** Names of files and members can hold anything, and messages end up on terminals. */
    private static String printable(String text) {
        byte[] name = text.getBytes(StandardCharsets.UTF_8);
        return LineBytes.of(name, 0, name.length).toString();
    }
}

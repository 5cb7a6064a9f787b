package dev.posthorn.postfix;

import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.text.TerminalText;
import java.util.Optional;

/** Where the value of a parameter comes from. {@code toString} says it in words. */
public sealed interface Origin {

    /**
     * What kind of origin this is.
     *
     * @return the kind, for an exhaustive switch
     */
    Kind kind();

    /**
     * Did somebody state the value, or does it come with the version?
     *
     * @return true if somebody did
     */
    default boolean isStated() {
        return switch (kind()) {
            case TEXT, SERVICE_OPTION, CALL, POLICY -> true;
            case BUILD_DEFAULT, VERSION_DEFAULT, HARD_WIRED -> false;
        };
    }

    /** The kinds of origin. */
    enum Kind {
        /** {@link Text}. */
        TEXT,
        /** {@link BuildDefault}. */
        BUILD_DEFAULT,
        /** {@link ServiceOption}. */
        SERVICE_OPTION,
        /** {@link VersionDefault}. */
        VERSION_DEFAULT,
        /** {@link HardWired}. */
        HARD_WIRED,
        /** {@link Call}. */
        CALL,
        /** {@link Policy}. */
        POLICY
    }

    /**
     * A line of main.cf, or of what {@code postconf} printed.
     *
     * @param source what the text was taken from
     * @param lineNumber the line the parameter begins on, from 1
     */
    record Text(SettingsSource source, int lineNumber) implements Origin {
        @Override
        public Kind kind() {
            return Kind.TEXT;
        }

        /** {@code main.cf line 3}. */
        @Override
        public String toString() {
            return source + " line " + lineNumber;
        }
    }

    /**
     * A default that the Postfix itself printed, which beats what this library knows of its version.
     *
     * @param source what the text was taken from
     * @param lineNumber the line, from 1
     */
    record BuildDefault(SettingsSource source, int lineNumber) implements Origin {
        @Override
        public Kind kind() {
            return Kind.BUILD_DEFAULT;
        }

        /** {@code default of this build, postconf -d line 3}. */
        @Override
        public String toString() {
            return "default of this build, " + source + " line " + lineNumber;
        }
    }

    /**
     * A {@code -o} of a service in master.cf.
     *
     * @param service the service as {@link MasterService#toString} names it
     * @param lineNumber the line of master.cf the service begins on, from 1
     */
    record ServiceOption(String service, int lineNumber) implements Origin {
        @Override
        public Kind kind() {
            return Kind.SERVICE_OPTION;
        }

        /** {@code -o of submission/inet, master.cf line 12}. */
        @Override
        public String toString() {
            return "-o of " + TerminalText.escape(service) + ", master.cf line " + lineNumber;
        }
    }

    /**
     * The default of a version.
     *
     * @param version the version
     * @param compatibilityLevel the {@code compatibility_level} it depends on; empty if it depends on none
     * @param assumedHeaders the oldest OpenSSL that Postfix must have been compiled with, where nobody told which it
     *     was; empty if that is known or does not matter
     */
    record VersionDefault(
            PostfixVersion version, Optional<String> compatibilityLevel, Optional<OpenSslRelease> assumedHeaders)
            implements Origin {
        @Override
        public Kind kind() {
            return Kind.VERSION_DEFAULT;
        }

        /** {@code default of Postfix 3.11.2 at compatibility_level 3.6}. */
        @Override
        public String toString() {
            return "default of Postfix " + version
                    + compatibilityLevel
                            .map(level -> " at compatibility_level " + level)
                            .orElse("")
                    + assumedHeaders
                            .map(release -> " if compiled with OpenSSL " + release + " or later")
                            .orElse("");
        }
    }

    /**
     * Built into a version that has no parameter for it.
     *
     * @param version the version
     */
    record HardWired(PostfixVersion version) implements Origin {
        @Override
        public Kind kind() {
            return Kind.HARD_WIRED;
        }

        /** {@code built into Postfix 2.5.9}. */
        @Override
        public String toString() {
            return "built into Postfix " + version;
        }
    }

    /** Stated by the program, with {@link PostfixTlsSettings#with}. */
    record Call() implements Origin {
        @Override
        public Kind kind() {
            return Kind.CALL;
        }

        /** {@code stated}. */
        @Override
        public String toString() {
            return "stated";
        }
    }

    /**
     * An entry of the policy table.
     *
     * @param entry the entry as it is written
     */
    record Policy(String entry) implements Origin {
        @Override
        public Kind kind() {
            return Kind.POLICY;
        }

        /** {@code policy "encrypt ciphers=high"}. */
        @Override
        public String toString() {
            return "policy \"" + TerminalText.escape(entry, 500) + "\"";
        }
    }
}

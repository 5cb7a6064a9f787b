package dev.posthorn.remedy;

import java.util.List;

/**
 * Lines for one file of an administrator. What came out of the log has been checked to be an address or a host name before
 * it got here, so that it can be copied as it is.
 *
 * @param file which file, and where that is not Postfix's own, what it is
 * @param lines the lines
 */
public record ConfigurationText(File file, List<String> lines) {

    /** Where lines belong. */
    public enum File {
        /** Postfix's main.cf. */
        MAIN_CF("main.cf"),
        /** Postfix's master.cf. */
        MASTER_CF("master.cf"),
        /** The table that says who gets no STARTTLS. */
        NO_STARTTLS("/etc/postfix/no_starttls.cidr"),
        /** The table of policies for destinations. */
        TLS_POLICY("/etc/postfix/tls_policy"),
        /** Commands that redirect connections; an example for one kind of firewall. */
        FIREWALL("firewall");

        private final String path;

        File(String path) {
            this.path = path;
        }

        /**
         * The file.
         *
         * @return its path, or its name in Postfix's folder
         */
        public String path() {
            return path;
        }
    }

    /**
     * Makes a value.
     *
     * @param file which file
     * @param lines the lines; copied
     */
    public ConfigurationText {
        lines = List.copyOf(lines);
    }

    /** The lines, one below the other. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}

package dev.posthorn.benchmarks;

/** Cipher strings of the case the project starts from, short and long ones. */
public enum CaseString {
    /** What Postfix 2.6.6 has for the grade {@code export}. */
    DEFAULT_OF_POSTFIX("ALL:+RC4:@STRENGTH"),

    /** The same with the administrator's exclusions, as Postfix appends them. */
    EXCLUSIONS(
            "ALL:+RC4:@STRENGTH:!aNULL:!LOW:!EXP:!MEDIUM:!ADH:!AECDH:!MD5:!DSS:!ECDSA:!CAMELLIA128:!3DES:!CAMELLIA256"
                    + ":!RSA+AES:!eNULL"),

    /** What he ended with: many small additions, moves and exclusions. */
    ADDITIONS(
            "EDH+CAMELLIA:EDH+aRSA:EECDH+aRSA+AESGCM:EECDH+aRSA+SHA256:EECDH:+CAMELLIA128:+AES128:+SSLv3:!aNULL:!eNULL"
                    + ":!LOW:!3DES:!MD5:!EXP:!PSK:!DSS:!RC4:!SEED:!IDEA:!ECDSA:kEDH:CAMELLIA128-SHA:AES128-SHA");

    private final String text;

    CaseString(String text) {
        this.text = text;
    }

    /**
     * The string.
     *
     * @return as the line <i>TLS cipher list</i> shows it
     */
    public String text() {
        return text;
    }
}

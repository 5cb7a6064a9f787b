package dev.posthorn.postfix;

/**
 * The value of one parameter and where it comes from.
 *
 * @param parameter the parameter's name
 * @param value its value, with {@code $name} replaced
 * @param isStated did the administrator state it, or is it the version's default?
 * @param origin where it comes from in words: {@code main.cf line 3}, {@code default of Postfix 2.6.6}
 */
public record Setting(String parameter, String value, boolean isStated, String origin) {

    /** {@code smtpd_tls_eecdh_grade = none (default of Postfix 2.6.6)}. */
    @Override
    public String toString() {
        return parameter + " =" + (value.isEmpty() ? "" : " ") + value + " (" + origin + ")";
    }
}

package dev.posthorn.postfix;

import java.util.List;

/**
 * A service of master.cf, with the parameters it overrides.
 *
 * @param name the first field, such as {@code submission}, {@code 2525} or {@code 192.0.2.11:smtp}
 * @param type the second field: {@code inet}, {@code unix}, {@code fifo} or {@code pass}
 * @param command the program, such as {@code smtpd}
 * @param options the {@code -o} options in order; of two for one parameter the last counts
 * @param lineNumber the line the service begins on, from 1
 */
public record MasterService(String name, String type, String command, List<Option> options, int lineNumber) {

    /**
     * An option {@code -o parameter=value}.
     *
     * @param parameter the parameter's name
     * @param value the value as it was written
     */
    public record Option(String parameter, String value) {}

    /**
     * Makes a service.
     *
     * @param name the first field
     * @param type the second field
     * @param command the program
     * @param options the {@code -o} options; copied
     * @param lineNumber the line the service begins on
     */
    public MasterService {
        options = List.copyOf(options);
    }

    /** {@code submission/inet}, as {@code postconf -M} names services; not escaped. */
    @Override
    public String toString() {
        return name + "/" + type;
    }
}

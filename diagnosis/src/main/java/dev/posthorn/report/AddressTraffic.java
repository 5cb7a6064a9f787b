package dev.posthorn.report;

/**
 * Mail from or to an address or a domain.
 *
 * @param name the address or domain; empty for the null sender, and for the domain of addresses without one
 * @param messages how many messages were received from it, or how often one was delivered to it
 * @param bytes their sizes together, as far as they are known
 */
public record AddressTraffic(String name, long messages, long bytes) {

    /**
     * Puts counts together.
     *
     * @param name the address or domain
     * @param messages how many messages
     * @param bytes their sizes together
     */
    public AddressTraffic {}
}

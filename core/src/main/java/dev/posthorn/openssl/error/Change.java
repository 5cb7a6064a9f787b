package dev.posthorn.openssl.error;

/**
 * Something an administrator may change, and what that costs.
 *
 * @param what the change, in the words of the configuration concerned
 * @param risk what may get worse by it
 */
public record Change(String what, String risk) {}

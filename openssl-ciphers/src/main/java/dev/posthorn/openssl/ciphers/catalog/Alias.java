package dev.posthorn.openssl.ciphers.catalog;

/**
 * A word of a cipher string that names no suite but a group, such as {@code HIGH} or {@code kEECDH} (ciphers(1)).
 *
 * @param word the word, case included
 * @param criteria what it asks of a suite
 */
public record Alias(String word, Criteria criteria) {}

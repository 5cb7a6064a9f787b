package dev.posthorn.openssl.ciphers.catalog;

import java.util.List;

/**
 * What all criteria of one catalogue share.
 *
 * @param vocabulary the attribute words and their bits
 * @param baseOrder the suites that can match
 * @param columns their attributes
 * @param joinKeepsNotDefault does a requirement of the not-default mark survive a later word that asks for strength?
 */
record WordRules(
        Vocabulary vocabulary,
        List<OpenSslCipherSuite> baseOrder,
        AttributeColumns columns,
        boolean joinKeepsNotDefault) {}

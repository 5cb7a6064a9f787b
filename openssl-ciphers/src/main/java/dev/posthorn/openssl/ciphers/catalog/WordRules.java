package dev.posthorn.openssl.ciphers.catalog;

import java.util.List;

/**
 * What all criteria of one catalogue share.
 *
 * @param vocabulary the attribute words and their bits
 * @param baseOrder the suites that can match
 * @param index who has which attribute
 * @param joins the joins of words met lately
 * @param joinKeepsNotDefault does a requirement of the not-default mark survive a later word that asks for strength?
 */
record WordRules(
        Vocabulary vocabulary,
        List<OpenSslCipherSuite> baseOrder,
        AttributeIndex index,
        JoinMemory joins,
        boolean joinKeepsNotDefault) {}

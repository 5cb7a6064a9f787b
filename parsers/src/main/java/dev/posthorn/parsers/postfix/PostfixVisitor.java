package dev.posthorn.parsers.postfix;

/**
 * Is told what Postfix says, one call for each line. Every method does nothing unless overridden.
 *
 * <p>Views are borrowed: they are good until the method returns.
 */
public interface PostfixVisitor {

    /**
     * A client connected.
     *
     * @param smtpdConnect the line
     */
    default void onSmtpdConnect(SmtpdConnectView smtpdConnect) {}

    /**
     * A client is gone.
     *
     * @param smtpdDisconnect the line
     */
    default void onSmtpdDisconnect(SmtpdDisconnectView smtpdDisconnect) {}

    /**
     * A session ended before its time.
     *
     * @param smtpdLost the line
     */
    default void onSmtpdLost(SmtpdLostView smtpdLost) {}

    /**
     * A message begins.
     *
     * @param smtpdClient the line
     */
    default void onSmtpdClient(SmtpdClientView smtpdClient) {}

    /**
     * A process makes itself ready for TLS.
     *
     * @param tlsEngineInit the line
     */
    default void onTlsEngineInit(TlsEngineInitView tlsEngineInit) {}

    /**
     * A handshake begins.
     *
     * @param tlsSetup the line
     */
    default void onTlsSetup(TlsSetupView tlsSetup) {}

    /**
     * Which cipher string is in force.
     *
     * @param tlsCipherList the line
     */
    default void onTlsCipherList(TlsCipherListView tlsCipherList) {}

    /**
     * A step of a handshake.
     *
     * @param tlsState the line
     */
    default void onTlsState(TlsStateView tlsState) {}

    /**
     * An alert went by.
     *
     * @param tlsAlert the line
     */
    default void onTlsAlert(TlsAlertView tlsAlert) {}

    /**
     * A handshake failed.
     *
     * @param sslError the line
     */
    default void onSslError(SslErrorView sslError) {}

    /**
     * One entry of OpenSSL's error queue.
     *
     * @param tlsLibraryProblem the line
     */
    default void onTlsLibraryProblem(TlsLibraryProblemView tlsLibraryProblem) {}

    /**
     * A list of protocols Postfix cannot read.
     *
     * @param tlsInvalidProtocols the line
     */
    default void onTlsInvalidProtocols(TlsInvalidProtocolsView tlsInvalidProtocols) {}

    /**
     * A handshake succeeded, or its connection is used once more.
     *
     * @param tlsEstablished the line
     */
    default void onTlsEstablished(TlsEstablishedView tlsEstablished) {}

    /**
     * The name a message gave itself.
     *
     * @param cleanupMessageId the line
     */
    default void onCleanupMessageId(CleanupMessageIdView cleanupMessageId) {}

    /**
     * A message entered the active queue.
     *
     * @param qmgrActive the line
     */
    default void onQmgrActive(QmgrActiveView qmgrActive) {}

    /**
     * A message is done with.
     *
     * @param qmgrRemoved the line
     */
    default void onQmgrRemoved(QmgrRemovedView qmgrRemoved) {}

    /**
     * A message stayed too long.
     *
     * @param qmgrExpired the line
     */
    default void onQmgrExpired(QmgrExpiredView qmgrExpired) {}

    /**
     * One attempt to deliver to one recipient.
     *
     * @param delivery the line
     */
    default void onDelivery(DeliveryView delivery) {}

    /**
     * What smtpd, postscreen, a milter or a proxy filter decided.
     *
     * @param accessDecision the line
     */
    default void onAccessDecision(AccessDecisionView accessDecision) {}

    /**
     * What a header or body check found.
     *
     * @param contentCheck the line
     */
    default void onContentCheck(ContentCheckView contentCheck) {}

    /**
     * Any of the many messages that share a view.
     *
     * @param notice the line
     */
    default void onNotice(NoticeView notice) {}
}

package dev.posthorn.parsers.postfix;

/**
 * Is told what Postfix says, one call for each line. Every method hands on to {@link #onMessage} unless overridden, and that
 * one does nothing: who wants to hear of all messages alike overrides it alone.
 *
 * <p>Views are borrowed: they are good until the method returns.
 */
public interface PostfixVisitor {

    /**
     * A message of any kind that no other method took.
     *
     * @param message the line
     */
    default void onMessage(PostfixView message) {}

    /**
     * A client connected.
     *
     * @param smtpdConnect the line
     */
    default void onSmtpdConnect(SmtpdConnectView smtpdConnect) {
        onMessage(smtpdConnect);
    }

    /**
     * A client is gone.
     *
     * @param smtpdDisconnect the line
     */
    default void onSmtpdDisconnect(SmtpdDisconnectView smtpdDisconnect) {
        onMessage(smtpdDisconnect);
    }

    /**
     * A session ended before its time.
     *
     * @param smtpdLost the line
     */
    default void onSmtpdLost(SmtpdLostView smtpdLost) {
        onMessage(smtpdLost);
    }

    /**
     * A message begins.
     *
     * @param smtpdClient the line
     */
    default void onSmtpdClient(SmtpdClientView smtpdClient) {
        onMessage(smtpdClient);
    }

    /**
     * A process makes itself ready for TLS.
     *
     * @param tlsEngineInit the line
     */
    default void onTlsEngineInit(TlsEngineInitView tlsEngineInit) {
        onMessage(tlsEngineInit);
    }

    /**
     * A handshake begins.
     *
     * @param tlsSetup the line
     */
    default void onTlsSetup(TlsSetupView tlsSetup) {
        onMessage(tlsSetup);
    }

    /**
     * Which cipher string is in force.
     *
     * @param tlsCipherList the line
     */
    default void onTlsCipherList(TlsCipherListView tlsCipherList) {
        onMessage(tlsCipherList);
    }

    /**
     * A step of a handshake.
     *
     * @param tlsState the line
     */
    default void onTlsState(TlsStateView tlsState) {
        onMessage(tlsState);
    }

    /**
     * An alert went by.
     *
     * @param tlsAlert the line
     */
    default void onTlsAlert(TlsAlertView tlsAlert) {
        onMessage(tlsAlert);
    }

    /**
     * A handshake failed.
     *
     * @param sslError the line
     */
    default void onSslError(SslErrorView sslError) {
        onMessage(sslError);
    }

    /**
     * One entry of OpenSSL's error queue.
     *
     * @param tlsLibraryProblem the line
     */
    default void onTlsLibraryProblem(TlsLibraryProblemView tlsLibraryProblem) {
        onMessage(tlsLibraryProblem);
    }

    /**
     * A list of protocols Postfix cannot read.
     *
     * @param tlsInvalidProtocols the line
     */
    default void onTlsInvalidProtocols(TlsInvalidProtocolsView tlsInvalidProtocols) {
        onMessage(tlsInvalidProtocols);
    }

    /**
     * A handshake succeeded, or its connection is used once more.
     *
     * @param tlsEstablished the line
     */
    default void onTlsEstablished(TlsEstablishedView tlsEstablished) {
        onMessage(tlsEstablished);
    }

    /**
     * The name a message gave itself.
     *
     * @param cleanupMessageId the line
     */
    default void onCleanupMessageId(CleanupMessageIdView cleanupMessageId) {
        onMessage(cleanupMessageId);
    }

    /**
     * A message entered the active queue.
     *
     * @param qmgrActive the line
     */
    default void onQmgrActive(QmgrActiveView qmgrActive) {
        onMessage(qmgrActive);
    }

    /**
     * A message is done with.
     *
     * @param qmgrRemoved the line
     */
    default void onQmgrRemoved(QmgrRemovedView qmgrRemoved) {
        onMessage(qmgrRemoved);
    }

    /**
     * A message stayed too long.
     *
     * @param qmgrExpired the line
     */
    default void onQmgrExpired(QmgrExpiredView qmgrExpired) {
        onMessage(qmgrExpired);
    }

    /**
     * One attempt to deliver to one recipient.
     *
     * @param delivery the line
     */
    default void onDelivery(DeliveryView delivery) {
        onMessage(delivery);
    }

    /**
     * What smtpd, postscreen, a milter or a proxy filter decided.
     *
     * @param accessDecision the line
     */
    default void onAccessDecision(AccessDecisionView accessDecision) {
        onMessage(accessDecision);
    }

    /**
     * What a header or body check found.
     *
     * @param contentCheck the line
     */
    default void onContentCheck(ContentCheckView contentCheck) {
        onMessage(contentCheck);
    }

    /**
     * Any of the many messages that share a view.
     *
     * @param notice the line
     */
    default void onNotice(NoticeView notice) {
        onMessage(notice);
    }
}

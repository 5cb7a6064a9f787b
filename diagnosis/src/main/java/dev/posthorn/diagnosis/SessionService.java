package dev.posthorn.diagnosis;

import dev.posthorn.postfix.PostfixTlsSettings;

/** Which service of master.cf a session belongs to, for its settings may differ from those of main.cf. */
final class SessionService {

    private SessionService() {}

    /**
     * Stock master.cf files name the service behind the instance: {@code postfix/submission}. Clients reach a server by
     * inet, so that a client's service of the same name does not matter.
     */
    static PostfixTlsSettings of(SmtpSession session, PostfixTlsSettings settings) {
        return session.instance()
                .filter(instance -> instance.indexOf('/') >= 0)
                .map(instance -> instance.substring(instance.lastIndexOf('/') + 1) + "/inet")
                .flatMap(service -> settings.services().stream()
                        .filter(known -> known.toString().equals(service))
                        .findFirst())
                .map(settings::forService)
                .orElse(settings);
    }
}

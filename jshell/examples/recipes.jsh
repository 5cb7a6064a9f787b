// What was negotiated, and who fails, in a log with all that was rotated away from it; on all cores.
// The log is the argument behind --, else the one beside this script.
List<Path> logs = LogFiles.rotated(args.length > 0 ? Path.of(args[0]) : home.resolve("jshell/examples/first-light.log"))

Map<String, Long> count(Predicate<MaillogCursor> which, Function<MaillogCursor, String> by) throws java.io.IOException {
    return Maillog.parallel(logs).collect(Collectors.filtering(which,
        Collectors.groupingBy(by, TreeMap::new, Collectors.counting())));
}

println(count(line -> line.kind() == MaillogKind.TLS_ESTABLISHED, line -> line.tlsEstablished().session().protocol() + " with cipher " + line.tlsEstablished().session().cipherSuiteName()))
println(count(line -> line.kind() == MaillogKind.SSL_ACCEPT_ERROR, line -> line.sslError().peer().text() + ": " + line.sslError().status()))

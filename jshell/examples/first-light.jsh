// Why does a big sender get "no shared cipher" although nearly every cipher is on the list?
// The log and the settings are of the shape of a real case: Postfix 2.6.6 with OpenSSL 1.0.1e and an RSA certificate.

Path examples = home.resolve("jshell/examples")
String mainCf = Files.readString(examples.resolve("first-light.main.cf"))

MailServer server = MailServer.of("2.6.6", mainCf, "1.0.1e")

println(Posthorn.diagnose(examples.resolve("first-light.log"), server))

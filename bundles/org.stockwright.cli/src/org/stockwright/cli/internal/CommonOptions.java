package org.stockwright.cli.internal;

import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {

    @Option(names = "--db", paramLabel = "LOCATION", description = "a folder (made on first use) or a jdbc:postgresql: address; default: the user's data folder")
    String db;

    @Option(names = "--user", paramLabel = "NAME", description = "who acts; where the book has users, the password comes from STOCKWRIGHT_PASSWORD or a prompt; default, without users: the operating system's user")
    String user;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, json or table; default: table on a terminal, else csv")
    OutputFormat format;

    @Option(names = "--progress", negatable = true, description = "shows progress on standard error; default: on a terminal")
    Boolean progress;

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "shows this help")
    boolean help;

    /** Who acts on a book without users. */
    String userOrSystems() {
        return user == null ? System.getProperty("user.name", "") : user;
    }

}

package org.stockwright.service.cli.internal;

import org.stockwright.cli.spi.BookTask;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done to one version of something that has versions. */
abstract class VersionTask implements BookTask {

    @Parameters(index = "0", paramLabel = "CODE", description = "its code")
    String code;

    @Option(names = "--version", paramLabel = "N", description = "which version; default: the newest")
    Integer version;

}

package org.stockwright.documents;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LabelPrinterTest {

    /** More than sockets keep for a reader that does not read. */
    private static final int MANY_BYTES = 30_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({ "labels,labels:9100", "10.0.0.7:6101,10.0.0.7:6101", "[fe80::1],[fe80::1]:9100",
        "[fe80::1]:9100,[fe80::1]:9100", "' a.example:9 ',a.example:9" })
    void anAddressHasAPortOrTheUsualOne(String typed, String address) {
        assertThat(LabelPrinter.of(typed).value().address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ":9100", "a b", "a:0", "a:70000", "a:x", "http://a/", "fe80::1", "a:99999999999" })
    void whatIsNoAddressIsRefusedWithAnExample(String typed) {
        assertThat(LabelPrinter.of(typed).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(DocumentRefusal.BAD_PRINTER);
            assertThat(refusal.hint()).contains("9100");
        });
    }

    @Test
    void aPrinterThatTakesNothingIsGivenUpAndCancelledAtOnce() throws Exception {
        Path file = Files.write(folder.resolve("a.zpl"), new byte[MANY_BYTES]);
        try (ServerSocket printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LabelPrinter there = LabelPrinter.of("127.0.0.1:" + printer.getLocalPort()).value();
            assertThat(there.send(file, Duration.ofMillis(300), Progress.NONE).refusals()).extracting(Refusal::code)
                .containsExactly(DocumentRefusal.PRINTER_FAILED);
            try (Socket first = printer.accept()) {
                AtomicInteger asked = new AtomicInteger();
                assertThatThrownBy(() -> there.send(file, Duration.ofMinutes(1),
                    Progress.silent(() -> asked.incrementAndGet() > 5))).isInstanceOf(Progress.Cancelled.class);
                assertThat(first.isConnected()).isTrue();
            }
        }
    }

}

package org.stockwright.fulfilment.internal.channels;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.Channels.Fetched;
import org.stockwright.fulfilment.Channels.Processed;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelOffersTest extends ChannelWorld {

    @ParameterizedTest
    @CsvSource({ "100, 0, 0, 100", "100, 5, 0, 95", "100, 0, 10, 90", "100, 5, 10, 85", "7, 0, 10, 6", "3, 5, 0, 0",
        "0, 0, 0, 0", "9, 0, 100, 0", "1, 0.5, 0, 0", "10, 0.5, 0, 9", "1000000, 0, 33.333333333, 666666" })
    void theBufferIsHeldBackAndRoundedDown(String promisable, String fixed, String percent, String offered) {
        assertThat(
            new Buffer(new BigDecimal(fixed), new BigDecimal(percent)).of(Quantity.of(promisable, Warehouse.PCS)))
            .isEqualTo(Quantity.of(offered, Warehouse.PCS));
    }

    @ParameterizedTest
    @CsvSource({ "1.234, 0, 0, 1.234", "1.234, 0.1, 10, 1.01", "0.001, 0, 1, 0" })
    void theBufferKeepsTheDecimalsOfTheUnit(String promisable, String fixed, String percent, String offered) {
        assertThat(new Buffer(new BigDecimal(fixed), new BigDecimal(percent)).of(Quantity.of(promisable, Warehouse.KG)))
            .isEqualTo(Quantity.of(offered, Warehouse.KG));
    }

    private List<String> offer(Optional<Instant> since) {
        return channels().offer("WEB", since).value().stream().map(one -> one.item() + " " + one.quantity()).toList();
    }

    private void sells(String buffer, String percent, String... items) {
        Channel web = channel("WEB", Optional.of(customer), Optional.empty(), buffer, percent);
        channels()
            .save(new Channel(web.code(), web.title(), web.connector(), web.settings(), web.customer(), web.place(),
                web.currency(), web.prices(), web.bufferQuantity(), web.bufferPercent(), true,
                Set.of(Stream.of(items).map(warehouse::itemOf).toArray(ItemId[]::new))))
            .value();
    }

    @Test
    void finishedGoodsAreOfferedLessTheBufferAndNeverBelowNothing() {
        warehouse.items("RAW");
        warehouse.setItem("A", "roles", "FINISHED");
        warehouse.setItem("B", "roles", "FINISHED");
        receive("B1", "A", 10);
        receive("B1", "RAW", 10);
        sells("1", "10");
        assertThat(offer(Optional.empty())).containsExactly("A 8 PCS", "B 0 PCS");
        place(line("A", 4));
        assertThat(offer(Optional.empty())).containsExactly("A 4 PCS", "B 0 PCS");
        place(line("A", 20));
        assertThat(offer(Optional.empty())).containsExactly("A 0 PCS", "B 0 PCS");
    }

    @Test
    void changesSinceAnInstantAreToldAndWhatLeftTheAssortmentIsToldOnce() {
        receive("B1", "A", 10);
        receive("B1", "B", 10);
        sells("0", "0", "A", "B");
        assertThat(offer(Optional.empty())).containsExactly("A 10 PCS", "B 10 PCS");
        world.clock().advance(Duration.ofMinutes(10));
        Instant later = world.clock().instant();
        assertThat(offer(Optional.of(later))).isEmpty();
        place(line("A", 1));
        assertThat(offer(Optional.of(later))).containsExactly("A 9 PCS");
        assertThat(offer(Optional.of(later))).containsExactly("A 9 PCS");
        sells("0", "0", "A");
        assertThat(offer(Optional.of(later))).containsExactly("A 9 PCS", "B 0 PCS");
        assertThat(offer(Optional.empty())).containsExactly("A 9 PCS");
    }

    private Path inbox(String name, byte[] content) throws IOException {
        return Files.write(Files.createDirectories(shop().resolve("inbox")).resolve(name), content);
    }

    private List<String> files(String part) throws IOException {
        if (!Files.isDirectory(shop().resolve(part))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(shop().resolve(part))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void write(String name, String text) throws IOException {
        inbox(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesAreTakenFromTheFolderAndOffersWrittenIntoIt() throws IOException {
        write("W-1.json", "\uFEFF" + order("W-1", "A", "1"));
        write("W-2.json", "no JSON, but a message");
        write("unfinished.tmp", "{");
        inbox("W-3.json", new byte[] { (byte) 0xFF, (byte) 0xFE, 0 });
        Fetched fetched = channels().fetch("WEB").value();
        assertThat(fetched.taken()).isEqualTo(2);
        assertThat(fetched.refused()).extracting(one -> one.place().source() + " " + one.code().name())
            .containsExactly("W-3 BAD_MESSAGE");
        assertThat(files("inbox")).containsExactly("unfinished.tmp");
        assertThat(files("done")).containsExactly("W-1.json", "W-2.json");
        assertThat(files("failed")).containsExactly("W-3.json", "W-3.txt");
        assertThat(process()).isEqualTo(new Processed(1, 0, 1, 0));
        // the same file again is the same message; another content under its name is refused
        write("W-1.json", order("W-1", "A", "1"));
        assertThat(channels().fetch("WEB").value()).isEqualTo(new Fetched(0, 1, List.of()));
        write("W-1.json", order("W-1", "A", "2"));
        assertThat(channels().fetch("WEB").value().refused()).hasSize(1);
        assertThat(files("done")).containsExactly("W-1.json", "W-1~2.json", "W-2.json");
        assertThat(files("failed")).contains("W-1.json", "W-1.txt");
        receive("B1", "A", 7);
        sells("2", "0", "A");
        assertThat(channels().publish("WEB", Optional.empty()).value()).isEqualTo(1);
        assertThat(channels().publish("WEB", Optional.of(world.clock().instant().plusSeconds(1))).value()).isZero();
        assertThat(files("outbox")).containsExactly("offer-000001.json", "offer-000002.json");
        assertThat(Files.readString(shop().resolve("outbox").resolve("offer-000001.json")))
            .contains("\"channel\":\"WEB\"", "\"full\":true",
                "\"items\":[{\"item\":\"A\",\"quantity\":4,\"unit\":\"PCS\"}]");
    }

}

package org.stockwright.fulfilment.internal.channels;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.Channels.Event;
import org.stockwright.fulfilment.Channels.Message;
import org.stockwright.fulfilment.Channels.PricePolicy;
import org.stockwright.fulfilment.Channels.Processed;
import org.stockwright.fulfilment.Channels.State;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.ledger.spi.BookCheck;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelQueueTest extends ChannelWorld {

    @Test
    void aMessageBecomesOneOrderHoweverOftenItComes() {
        assertThat(take("M1", order("W-1", "A", "3"))).isTrue();
        assertThat(take("M1", order("W-1", "A", "3"))).isFalse();
        assertThat(process()).isEqualTo(new Processed(1, 0, 0, 0));
        assertThat(process()).isEqualTo(new Processed(0, 0, 0, 0));
        Document order = world.service(Documents.class).find("SO-000001").orElseThrow();
        assertThat(order.key()).isEqualTo("channel:WEB:W-1");
        assertThat(order.partnerCode()).isEqualTo("C1");
        assertThat(order.reference()).isEqualTo("W-1");
        assertThat(order.placeCode()).isEqualTo("B1");
        assertThat(order.total()).isEqualByComparingTo("7.50");
        assertThat(message("M1").result()).isEqualTo("SO-000001");
        assertThat(message("M1").next()).isEmpty();
        // the same order by another message, written in another way
        assertThat(take("M2", order("W-1", "A", "\"3.0\""))).isTrue();
        assertThat(process()).isEqualTo(new Processed(1, 0, 0, 0));
        assertThat(message("M2").result()).isEqualTo("SO-000001");
        // the same order with other content
        take("M3", order("W-1", "A", "4"));
        assertThat(process()).isEqualTo(new Processed(0, 0, 1, 0));
        assertThat(message("M3").refusal()).startsWith("SETTLED_OTHERWISE").contains("SO-000001");
        assertThat(placed()).hasSize(1);
        assertThat(channels().take("WEB", "M1", order("W-9", "A", "1")).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.MESSAGE_REUSED_WITH_OTHER_CONTENT);
    }

    @Test
    void oneBadMessageDoesNotStopTheOthers() {
        take("M1", "{\"type\": \"order\"");
        take("M2", order("W-2", "A", "1"));
        take("M3", order("W-3", "A", "-1"));
        take("M4", order("W-4", "B", "1").replace("price", "prise"));
        take("M5", order("W-5", "B", "1"));
        assertThat(process()).isEqualTo(new Processed(2, 0, 3, 0));
        assertThat(placed()).hasSize(2);
        assertThat(message("M1").refusal()).startsWith("NOT_JSON");
        channels().save(channel("IDLE", Optional.empty(), Optional.empty(), "0", "0")).value();
        take("M6", order("W-6", "NEW", "1"));
        assertThat(channels().loads()).containsExactly(new Channels.Load("IDLE", 0, 0, Optional.empty()),
            new Channels.Load("WEB", 1, 3, Optional.of(message("M6").received())));
        assertThat(channels().connectors()).containsExactly(new Channels.Connector("folder", "Folder with JSON files"));
        assertThat(message("M3").refusal()).contains("line 1, column quantity: BAD_FIELD");
        assertThat(message("M4").refusal()).contains("The field prise is unknown");
        assertThat(channels().queue(Optional.empty(), Set.of(State.DEAD), 10)).extracting(Message::id)
            .containsExactlyInAnyOrder("M1", "M3", "M4");
    }

    @Test
    void whatMayPassIsTriedAgainLaterAndLaterUntilItIsDead() {
        take("M1", order("W-1", "NEW", "1"));
        Duration[] waits = { Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(8),
            Duration.ofMinutes(16), Duration.ofMinutes(32), Duration.ofMinutes(64) };
        for (int i = 0; i < waits.length; i++) {
            assertThat(process()).as("attempt " + (i + 1)).isEqualTo(new Processed(0, 1, 0, 0));
            Message now = message("M1");
            assertThat(now.attempts()).isEqualTo(i + 1);
            assertThat(now.refusal()).contains("UNKNOWN_ITEM");
            assertThat(Duration.between(now.changed(), now.next().orElseThrow())).isEqualTo(waits[i]);
            world.clock().advance(waits[i].minusSeconds(5));
            assertThat(process()).isEqualTo(new Processed(0, 0, 0, 0));
            world.clock().advance(Duration.ofSeconds(6));
        }
        assertThat(process()).isEqualTo(new Processed(0, 0, 1, 0));
        assertThat(message("M1").attempts()).isEqualTo(Channels.MOST_ATTEMPTS);
        warehouse.items("NEW");
        assertThat(process()).isEqualTo(new Processed(0, 0, 0, 0));
        assertThat(channels().retry("WEB", "M1", Optional.empty()).value().attempts()).isZero();
        assertThat(process()).isEqualTo(new Processed(1, 0, 0, 0));
        assertThat(channels().trail("WEB", "M1").value()).extracting(Event::action).startsWith("TAKEN", "RETRY")
            .endsWith("DEAD", "SENT_AGAIN", "DONE").hasSize(11);
    }

    @Test
    void anItemThatIsStoredMeanwhileMakesTheNextAttemptSucceed() {
        take("M1", order("W-1", "NEW", "1"));
        assertThat(process().retry()).isEqualTo(1);
        warehouse.items("NEW");
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(process().done()).isEqualTo(1);
    }

    @Test
    void waitsAreBounded() {
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Backoff.after(9)).isEqualTo(Duration.ofMinutes(256));
        assertThat(Backoff.after(10)).isEqualTo(Duration.ofHours(6));
        assertThat(Backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aDeadMessageIsCorrectedOrDismissedWithAReason() {
        take("M1", order("W-1", "A", "0"));
        take("M2", order("W-2", "A", "0"));
        assertThat(process().dead()).isEqualTo(2);
        channels().retry("WEB", "M1", Optional.of(order("W-1", "A", "2"))).value();
        assertThat(channels().text("WEB", "M1").value()).isEqualTo(order("W-1", "A", "2"));
        assertThat(process().done()).isEqualTo(1);
        assertThat(channels().trail("WEB", "M1").value()).extracting(Event::action).containsExactly("TAKEN", "DEAD",
            "CORRECTED", "SENT_AGAIN", "DONE");
        assertThat(channels().dismiss("WEB", "M2", " ").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.DISMISSED_WITHOUT_REASON);
        assertThat(channels().dismiss("WEB", "M2", "entered by hand").value().state()).isEqualTo(State.DISMISSED);
        assertThat(process()).isEqualTo(new Processed(0, 0, 0, 0));
        assertThat(channels().dismiss("WEB", "M1", "x").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.MESSAGE_NOT_IN_THIS_STATE);
        assertThat(channels().retry("WEB", "M1", Optional.empty()).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.MESSAGE_NOT_IN_THIS_STATE);
        assertThat(channels().retry("WEB", "M9", Optional.empty()).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.UNKNOWN_MESSAGE);
        assertThat(placed()).hasSize(1);
    }

    @Test
    void aLongMessageIsKeptWholeWithEveryCharacter() {
        String text = "{\"note\": \"" + "ü😀".repeat(9_001) + "\"}";
        take("M1", text);
        assertThat(channels().text("WEB", "M1").value()).isEqualTo(text);
        assertThat(channels().take("WEB", "M2", "x".repeat(Channels.LONGEST_MESSAGE + 1)).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.BAD_MESSAGE);
        assertThat(channels().take("WEB", "M\n2", "{}").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.BAD_MESSAGE);
        assertThat(channels().take("WEB", "M2", "\uD800").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.BAD_MESSAGE);
    }

    @Test
    void theChannelSaysWhoBuysAndWhatItCosts() {
        channels().save(new Channel("LIST", "", "folder", web().settings(), Optional.empty(), Optional.empty(),
            Optional.of(EUR), PricePolicy.LISTS, number("0"), number("0"), true, Set.of())).value();
        channels().take("LIST", "1", order("1", "A", "1")).value();
        channels().take("LIST", "2", order("2", "A", "1").replace("\"id\"", "\"customer\": \"C2\", \"id\"")).value();
        warehouse.setItem("A", "list_price", number("9"));
        assertThat(channels().process(Optional.empty(), Progress.NONE).value()).isEqualTo(new Processed(1, 1, 0, 0));
        Document order = world.service(Documents.class).find("SO-000001").orElseThrow();
        assertThat(order.partnerCode()).isEqualTo("C2");
        assertThat(order.total()).isEqualByComparingTo("9");
        assertThat(channels().queue(Optional.of("LIST"), Set.of(State.RETRY), 9).getFirst().refusal())
            .startsWith("NO_CUSTOMER");
    }

    @Test
    void aRestingChannelTakesNothingAndIsPassedOver() {
        take("M1", order("W-1", "A", "1"));
        Channel web = web();
        channels()
            .save(new Channel(web.code(), web.title(), web.connector(), web.settings(), web.customer(), web.place(),
                web.currency(), web.prices(), number("1.5"), number("12.5"), false, Set.of(warehouse.itemOf("B"))))
            .value();
        Channel kept = channels().list().getFirst();
        assertThat(kept.bufferQuantity()).isEqualByComparingTo("1.5");
        assertThat(kept.bufferPercent()).isEqualByComparingTo("12.5");
        assertThat(kept.assortment()).containsExactly(warehouse.itemOf("B"));
        assertThat(channels().take("WEB", "M2", "{}").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.CHANNEL_INACTIVE);
        assertThat(channels().process(Optional.empty(), Progress.NONE).value()).isEqualTo(new Processed(0, 0, 0, 0));
        assertThat(channels().process(Optional.of("WEB"), Progress.NONE).isDone()).isFalse();
    }

    @Test
    void aBadChannelIsRefusedWithAllThatIsWrong() {
        List<Refusal> refusals = channels().save(new Channel("ä", "", "telex", "", Optional.of(world
            .service(Partners.class).byCode("C1").orElseThrow().id()), Optional
                .of(warehouse.place("SUPPLIER").id()),
            Optional.empty(), PricePolicy.CHANNEL, number("-1"), number("101"), true,
            Set.of())).refusals();
        assertThat(refusals).extracting(Refusal::code).containsExactly(FulfilmentRefusal.BAD_CHANNEL,
            FulfilmentRefusal.BAD_CHANNEL, FulfilmentRefusal.BAD_CHANNEL, FulfilmentRefusal.BAD_CHANNEL,
            FulfilmentRefusal.UNKNOWN_CONNECTOR);
        Channel web = web();
        assertThat(channels().save(new Channel("X", "", "folder", "{\"folder\": \"here\"}", web.customer(), web.place(),
            web.currency(), web.prices(), number("0"), number("0"), true, Set.of())).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.BAD_CONNECTOR_SETTINGS);
        assertThat(channels().list()).hasSize(1);
    }

    @Test
    void manyProcessorsProcessEachMessageOnce() throws Exception {
        for (int i = 0; i < 12; i++) {
            take("M" + i, order("W-" + i, i % 4 == 3 ? "NEW" : "A", "1"));
        }
        List<Processed> results = Together.run(4, i -> this::process);
        assertThat(results).hasSize(4);
        assertThat(results.stream().mapToInt(Processed::done).sum()).isEqualTo(9);
        assertThat(results.stream().mapToInt(Processed::retry).sum()).isEqualTo(3);
        assertThat(placed()).hasSize(9);
        assertThat(channels().queue(Optional.empty(), Set.of(State.RETRY), 99)).hasSize(3)
            .allMatch(one -> one.attempts() == 1);
    }

    @Test
    void theSameMessageFromManySidesIsTakenOnce() throws Exception {
        List<Boolean> results = Together.run(6, i -> () -> take("M1", order("W-1", "A", "1")));
        assertThat(results).hasSize(6).containsOnlyOnce(true);
    }

    @Test
    void verifySeesAMessageWhoseOrderIsNotThere() {
        take("M1", order("W-1", "A", "1"));
        process();
        assertThat(check()).isEqualTo(new BookCheck.Findings(1, List.of()));
        rename("SO-000001", "SO-X");
        assertThat(check().wrong()).containsExactly("order:W-1 of WEB is settled, but not there");
        rename("SO-X", "SO-000001");
    }

    private BookCheck.Findings check() {
        return warehouse.work().read(transaction -> new SettledMessages().run(transaction.connection()));
    }

    private void rename(String from, String to) {
        warehouse.work().write(transaction -> {
            try (PreparedStatement update = transaction.connection()
                .prepareStatement("UPDATE document SET number = ? WHERE number = ?")) {
                update.setString(1, to);
                update.setString(2, from);
                return Outcome.done(update.executeUpdate());
            }
        }).value();
    }

}

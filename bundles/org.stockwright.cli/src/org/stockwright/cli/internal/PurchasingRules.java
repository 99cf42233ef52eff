package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.RowWriter;
import org.stockwright.purchasing.PurchasingSettings;
import org.stockwright.purchasing.PurchasingSettings.Delivery;
import org.stockwright.purchasing.PurchasingSettings.Limit;
import org.stockwright.purchasing.PurchasingSettings.Matching;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and sets who may approve how much, and what is still taken as right. */
@Command(name = "purchasing-rules", description = {
    "Shows the rules of purchasing: approval limits, tolerances of deliveries and of matching. The commands below set them." }, footer = {
        "", "Example:", "  stockwright purchasing-rules --db ./acme" })
final class PurchasingRules extends BookCommand {

    private static final List<String> COLUMNS = List.of("rule", "subject", "department", "item", "value", "unit");

    PurchasingRules(Invocation invocation) {
        super(invocation);
    }

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new PurchasingRules(invocation));
        group.addSubcommand(new LimitCommand(invocation));
        group.addSubcommand(new DeliveryCommand(invocation));
        group.addSubcommand(new MatchingCommand(invocation));
        return group;
    }

    @Override
    int run(Session session) throws IOException {
        return print(this, session);
    }

    private static int print(BookCommand command, Session session) throws IOException {
        PurchasingSettings settings = session.service(PurchasingSettings.class);
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "purchasing-rules", COLUMNS)) {
            for (Limit limit : settings.limits()) {
                rows.write("limit", (limit.isRole() ? "role " : "") + limit.name(), limit.department(), "",
                    limit.amount().toPlainString(), limit.currency());
            }
            for (Delivery delivery : settings.deliveries()) {
                String supplier = delivery.supplier().flatMap(session.service(Partners.class)::get).map(Partner::code)
                    .orElse("");
                String item = delivery.item().flatMap(session.service(Items.class)::get).map(Item::code).orElse("");
                rows.write("over-delivery", supplier, "", item, delivery.over().toPlainString(), "%");
                rows.write("under-delivery", supplier, "", item, delivery.under().toPlainString(), "%");
            }
            Matching matching = settings.matching();
            rows.write("price", "", "", "", matching.pricePercent().toPlainString(), "%");
            rows.write("amount", "", "", "", matching.amount().toPlainString(), "");
            rows.write("quantity", "", "", "", matching.quantityPercent().toPlainString(), "%");
            rows.write("duplicates", "", "", "", matching.duplicateDays(), "days");
            rows.write("receipts-count", "", "", "", matching.threeWay(), "");
        }
        return DONE;
    }

    /** Sets or removes a limit. */
    @Command(name = "limit", description = "Says up to which total a user or a role may approve; without any limit everybody with the permission approves all.", footer = {
        "", "Examples:", "  stockwright purchasing-rules limit anna --amount 5000 --department Office --db ./acme",
        "  stockwright purchasing-rules limit Controller --role --remove --db ./acme" })
    static final class LimitCommand extends BookCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "the user, or with --role the role")
        String name;

        @Option(names = "--role", description = "it is a role")
        boolean role;

        @Option(names = "--department", paramLabel = "D", description = "for this department; default: all without a limit of their own")
        String department = "";

        @Option(names = "--amount", paramLabel = "A", description = "the largest total")
        String amount;

        @Option(names = "--currency", paramLabel = "C", description = "of documents in this currency; default: the company's")
        String currency;

        @Option(names = "--remove", description = "takes the limit away")
        boolean remove;

        @Spec
        CommandSpec spec;

        LimitCommand(Invocation invocation) {
            super(invocation);
        }

        @Override
        public Integer call() throws IOException {
            if (remove == (amount != null)) {
                throw new ParameterException(spec.commandLine(), "Give either --amount or --remove.");
            }
            return super.call();
        }

        @Override
        int run(Session session) throws IOException {
            PurchasingSettings settings = session.service(PurchasingSettings.class);
            Limit limit = new Limit(role, name, department, remove ? BigDecimal.ZERO : Session.number(amount),
                currency == null ? session.company().profile().currency() : currency(currency));
            if (remove) {
                RefusedException.orRefuse(settings.removeLimit(limit));
            } else {
                RefusedException.orRefuse(settings.setLimit(limit));
            }
            return print(this, session);
        }

    }

    /** The currency that somebody typed. */
    static Currency currency(String code) {
        String wanted = code.toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream().filter(one -> one.getCurrencyCode().equals(wanted))
            .findFirst().orElseThrow(() -> new RefusedException(Refusal.of(CliRefusal.UNKNOWN_CURRENCY, code)
                .hint("Use the three letters of ISO 4217, such as EUR.")));
    }

    /** Sets the tolerance of deliveries. */
    @Command(name = "delivery", description = "Says how much more or less than ordered is received, in percent: of a supplier, an item, both or all.", footer = {
        "", "Example:", "  stockwright purchasing-rules delivery --supplier ACME --over 10 --under 5 --db ./acme" })
    static final class DeliveryCommand extends BookCommand {

        @Option(names = "--supplier", paramLabel = "S", description = "of this supplier")
        String supplier;

        @Option(names = "--item", paramLabel = "I", description = "of this item")
        String item;

        @Option(names = "--over", paramLabel = "PERCENT", required = true, description = "so much more is taken")
        String over;

        @Option(names = "--under", paramLabel = "PERCENT", required = true, description = "with so much less an order is complete")
        String under;

        DeliveryCommand(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Optional<PartnerId> of = new Papers(this, session).supplier(supplier);
            Optional<ItemId> what = session.item(item);
            RefusedException.orRefuse(session.service(PurchasingSettings.class)
                .setDelivery(new Delivery(of, what, Session.number(over), Session.number(under))));
            return print(this, session);
        }

    }

    /** Sets the tolerances of approval and matching. */
    @Command(name = "matching", description = "Says what approval and matching still take as right; what is left out stays.", footer = {
        "", "Example:",
        "  stockwright purchasing-rules matching --price 2 --amount 5 --duplicate-days 10 --db ./acme" })
    static final class MatchingCommand extends BookCommand {

        @Option(names = "--price", paramLabel = "PERCENT", description = "a price differs by at most so much")
        String price;

        @Option(names = "--amount", paramLabel = "A", description = "or the whole line by at most so much")
        String amount;

        @Option(names = "--quantity", paramLabel = "PERCENT", description = "a quantity is more by at most so much")
        String quantity;

        @Option(names = "--duplicate-days", paramLabel = "N", description = "orders look the same when they are at most so many days apart")
        Integer days;

        @Option(names = "--receipts", paramLabel = "true|false", arity = "1", description = "whether invoices are matched with receipts too")
        Boolean receipts;

        MatchingCommand(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            PurchasingSettings settings = session.service(PurchasingSettings.class);
            Matching now = settings.matching();
            RefusedException.orRefuse(settings.setMatching(new Matching(
                price == null ? now.pricePercent() : Session.number(price),
                amount == null ? now.amount() : Session.number(amount),
                quantity == null ? now.quantityPercent() : Session.number(quantity),
                days == null ? now.duplicateDays() : days, receipts == null ? now.threeWay() : receipts)));
            return print(this, session);
        }

    }

}

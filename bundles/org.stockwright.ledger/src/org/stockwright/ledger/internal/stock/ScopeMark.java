package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;

import org.stockwright.ledger.StockQuery;

/** The balances of a question as what shows that nobody posted meanwhile: looked at again with fewer columns. */
record ScopeMark(Connection connection, StockQuery query, Places places) implements SteadyRead.Mark<Scope> {

    @Override
    public Scope read() throws SQLException {
        return Scope.read(connection, query, places);
    }

    @Override
    public boolean isStill(Scope before) throws SQLException {
        return before.isStill(connection);
    }

}

package org.stockwright.ledger.internal.posting;

import org.junit.jupiter.api.Test;

class PostingTest extends LedgerWorld {

    @Test
    void stockComesGoesAndIsNeverNegative() {
        warehouse.items("BOLT");
        warehouse.bins("A1");
        script("""
            post    M1  SUPPLIER  A1        BOLT  10 PCS  posted
            post    M1  SUPPLIER  A1        BOLT  10 PCS  repeated
            post    M1  SUPPLIER  A1        BOLT  11 PCS  KEY_REUSED_WITH_OTHER_CONTENT
            post    M2  A1        CUSTOMER  BOLT  12 PCS  WOULD_GO_NEGATIVE(10 PCS)
            post    M2  A1        CUSTOMER  BOLT  4 PCS   posted
            onhand  A1            BOLT      6 PCS
            post    M3  CUSTOMER  A1        BOLT  1 PCS   posted
            onhand  A1            BOLT      7 PCS
            """);
    }

}

package org.stockwright.ledger.internal.posting;

import org.junit.jupiter.api.Test;
import org.stockwright.ledger.ReservationView;

import static org.assertj.core.api.Assertions.assertThat;

class ReservationsTest extends LedgerWorld {

    @Test
    void heldStockIsTakenByItsHolderAlone() {
        warehouse.items("HELD");
        warehouse.bins("H1");
        script("""
            post      H0  SUPPLIER  H1  HELD  10 PCS  posted
            hold      H1  H1  HELD  4 PCS  PL-0001  done
            hold      H1  H1  HELD  4 PCS  PL-0001  done
            hold      H1  H1  HELD  5 PCS  PL-0001  KEY_REUSED_WITH_OTHER_CONTENT
            hold      H2  H1  HELD  7 PCS  PL-0002  NOT_ENOUGH_FREE(6 PCS)
            hold      H2  H1  HELD  6 PCS  PL-0002  done
            reserved  H1  HELD  10 PCS
            post      H3  H1  CUSTOMER  HELD  1 PCS  WOULD_GO_NEGATIVE(0 PCS)
            pick      H1  H4  CUSTOMER  5 PCS  RESERVATION_DOES_NOT_FIT(PL-0001)
            pick      H1  H4  CUSTOMER  3 PCS  posted
            pick      H1  H4  CUSTOMER  3 PCS  repeated
            reserved  H1  HELD  7 PCS
            onhand    H1  HELD  7 PCS
            release   H2  done
            release   H2  RESERVATION_CLOSED(PL-0002)
            reserved  H1  HELD  1 PCS
            pick      H1  H5  MAIN  1 PCS  posted
            pick      H1  H6  MAIN  1 PCS  RESERVATION_CLOSED(PL-0001)
            onhand    H1  HELD  6 PCS
            onhand    MAIN  HELD  1 PCS
            """);
    }

    @Test
    void reservationsExpireByTheClockThatNeverGoesBack() {
        warehouse.items("EXP");
        warehouse.bins("E1");
        script("""
            post      E0  SUPPLIER  E1  EXP  5 PCS  posted
            hold      E1  E1  EXP  2 PCS  PL-1  for=PT1H  done
            hold      E2  E1  EXP  2 PCS  PL-2  for=PT3H  done
            wait      PT2H
            """);
        assertThat(warehouse.reservations().list()).extracting(ReservationView::holder).contains("PL-1", "PL-2");
        assertThat(warehouse.reservations().expire()).isEqualTo(1);
        assertThat(warehouse.reservations().expire()).isZero();
        script("""
            reserved  E1  EXP  2 PCS
            wait      PT-1H
            hold      E3  E1  EXP  1 PCS  PL-3  done
            """);
        assertThat(warehouse.reservations().list()).extracting(ReservationView::holder)
            .contains("PL-2", "PL-3").doesNotContain("PL-1");
    }

    @Test
    void onlyStockAtAPlaceOfOursThatIsNotLockedCanBeHeld() {
        warehouse.items("PLC");
        warehouse.bins("P1");
        script("""
            post  P0  SUPPLIER  P1       PLC  5 PCS  posted
            post  P1  P1        TRANSIT  PLC  2 PCS  posted
            hold  PX  TRANSIT  PLC  1 PCS  PL-9  NOT_ENOUGH_FREE(0 PCS)
            lock  P1  stocktaking
            hold  PX  P1  PLC  1 PCS  PL-9  LOCATION_LOCKED(P1)
            lock  P1  -
            hold  PX  P1  PLC  1 PCS  PL-9  done
            """);
    }

}

// Collects the workbook's data of one kiosk from the rows of its store; and functions that it shares with the report of
// a fleet. Used in this room and in fleet/report.
#pragma once
#include "figures/account/account.h"
#include "figures/account/wordings.h"
#include "store/store.h"

namespace kiosk::package {

// A remark of staff in the words of the report; a text that is no key of figures/day_remarks.h stays as it is.
std::string remark_in_words(figures::Labels const& labels, std::string const& text);

// Appends the first day to the names of fairs that share one.
void tell_apart(std::vector<figures::Part>& fairs);

class KioskAccount {
public:
    KioskAccount() = default;
    // Reads all tables but the tallies. `today` has the names of items; null: only sums are made.
    static Result<KioskAccount> begin(store::Store& store, figures::Labels const* today);

    void add(figures::TallyView const& row);
    // The names of today, extended by earlier wordings; they borrow nothing but what `today` does.
    figures::Labels const& labels() const { return labels_; }
    std::vector<figures::Label> const& names() const { return account_.names; }
    figures::Figures const& figures() const { return account_.figures; }
    // Call it once, after all rows were added.
    figures::Account const& finish(std::vector<figures::Release> releases);

private:
    Result<> read_days(store::Store& store);
    figures::Label const* label(std::int64_t number) const;
    figures::Part* fair_of(std::int64_t label);
    void frame(figures::Part& fair, figures::Label const& label);

    figures::Account account_;
    figures::Wordings wordings_;
    figures::Labels labels_;
    bool in_words_ = false;
    std::map<std::int64_t, std::size_t> fair_of_label_;
    std::string item_; // of the row that is told
};

} // namespace kiosk::package

// Collects the workbook's data of one kiosk from the rows of its store; and functions that it shares with the report of
// a fleet. Used in this room and in fleet/report.
#pragma once
#include "figures/account/wordings.h"
#include "figures/account/workbook_data.h"
#include "store/store.h"

namespace kiosk::package {

// A remark of staff in the words of the report; a text that is no key of figures/day_remarks.h stays as it is.
std::string remark_in_words(figures::DisplayNames const& labels, std::string const& text);

// Appends the first day to the names of fairs that share one.
void disambiguate_names(std::vector<figures::Subtotal>& fairs);

class KioskWorkbookData {
public:
    KioskWorkbookData() = default;
    // Reads all tables but the tallies. `today` has the names of items; null: only sums are made.
    static Result<KioskWorkbookData> begin(store::Store& store, figures::DisplayNames const* today);

    void add(figures::TallyView const& row);
    // The names of today, extended by earlier wordings; they borrow nothing but what `today` does.
    figures::DisplayNames const& labels() const { return labels_; }
    std::vector<figures::Label> const& names() const { return account_.names; }
    figures::Figures const& figures() const { return account_.figures; }
    // Call it once, after all rows were added.
    figures::WorkbookData const& finish(std::vector<figures::Release> releases);

private:
    Result<> read_days(store::Store& store);
    figures::Label const* label(std::int64_t number) const;
    figures::Subtotal* fair_of(std::int64_t label);
    void frame(figures::Subtotal& fair, figures::Label const& label);

    figures::WorkbookData account_;
    figures::Wordings wordings_;
    figures::DisplayNames labels_;
    bool in_words_ = false;
    std::map<std::int64_t, std::size_t> fair_of_label_;
    std::string item_; // of the row that is told
};

} // namespace kiosk::package

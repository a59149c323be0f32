// The account of one kiosk, made while the rows of its store go by; and what accounts of a kiosk and of a fleet have in
// common. Private to this room and to fleet/.
#pragma once
#include "figures/account/account.h"
#include "figures/account/wordings.h"
#include "store/store.h"

namespace kiosk::package {

// What staff said of a day, in the words of the report; words of theirs as they are.
std::string remark_in_words(figures::Labels const& labels, std::string const& text);

// A fair is told by its name; where several have one, by name and first day.
void tell_apart(std::vector<figures::Part>& fairs);

class KioskAccount {
public:
    KioskAccount() = default;
    // `today` names what is counted; without it only sums are made. Reads what is no tally.
    static Result<KioskAccount> begin(store::Store& store, figures::Labels const* today);

    void add(figures::TallyView const& row);
    // The labels of today that know earlier wordings; they borrow nothing but what `today` does.
    figures::Labels const& labels() const { return labels_; }
    std::vector<figures::Label> const& names() const { return account_.names; }
    figures::Figures const& figures() const { return account_.figures; }
    // Once all rows are added.
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

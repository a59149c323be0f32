// Labels: what a kiosk was called, who had it and where it stood, from a first to a last day. The kiosk itself is
// identified by a random number made with its database (Store::machine); a new name or partner makes a new label and
// changes no count.
#pragma once
#include <cstdint>
#include <string>
#include <tuple>

namespace kiosk::figures {

// As the configuration has it. An empty text is not known.
struct LabelText {
    std::string kiosk;                   // its name; empty: not known, the previous one holds
    std::string partner, country;        // who has it; ISO 3166 alpha-2
    std::string setting;                 // "shop" or "fair"
    std::string event;                   // the fair's name
    std::string event_first, event_last; // its days, both included
    std::string zone;                    // of its days and hours, IANA

    // Whether figures under both are shown together. Corrected days of an event do not make it another one.
    bool same_as(LabelText const& other) const
    {
        auto const key = [](LabelText const& text) {
            return std::tie(text.kiosk, text.partner, text.country, text.setting, text.event, text.zone);
        };
        return key(*this) == key(other);
    }
    auto operator<=>(LabelText const&) const = default;
};

// former: counted by a version without labels, so that only the name is certain.
enum class LabelKind { own, former };

struct Label {
    std::int64_t number = 0; // within its database, in the order of their beginning; 0: of a package of form 2
    LabelKind kind = LabelKind::own;
    LabelText text;
    std::string first, last; // days with counts; "" for none
    auto operator<=>(Label const&) const = default;
};

} // namespace kiosk::figures

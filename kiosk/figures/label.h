// Labels: what a kiosk was called, who had it and where it stood, from a first to a last day. A kiosk itself is a
// random number made with its database (Store::machine); another name or partner is another label, and moves no figure.
#pragma once
#include <cstdint>
#include <string>
#include <tuple>

namespace kiosk::figures {

// As the configuration says it. Any text may be empty: not told.
struct LabelText {
    std::string kiosk;                   // its name; empty: not known, the one before stands
    std::string partner, country;        // who has it; ISO 3166 alpha-2
    std::string setting;                 // "shop" or "fair"
    std::string event;                   // the fair's name
    std::string event_first, event_last; // its days, both included
    std::string zone;                    // of its days and hours, IANA

    // Whether figures under both are told as one. The days of an event may be corrected without making it another.
    bool same_as(LabelText const& other) const
    {
        auto const key = [](LabelText const& text) {
            return std::tie(text.kiosk, text.partner, text.country, text.setting, text.event, text.zone);
        };
        return key(*this) == key(other);
    }
    auto operator<=>(LabelText const&) const = default;
};

// Of figures that were counted before there were labels, only the name is sure.
enum class LabelKind { own, former };

struct Label {
    std::int64_t number = 0; // within its database, in the order of their beginning; 0: of a package of form 2
    LabelKind kind = LabelKind::own;
    LabelText text;
    std::string first, last; // days with counts; "" for none
    auto operator<=>(Label const&) const = default;
};

} // namespace kiosk::figures

// Refusals: why something from a stick was not taken. Each has a reason that stays the same over releases, so that the
// staff's screen can say it in its own language, and an Error in plain English for the journal and the tools.
// Accepted<T> is to a Refusal what Result<T> is to an Error. Owner: whoever holds it.
#pragma once
#include "base/result.h"

#include <string_view>
#include <variant>

namespace kiosk::updates {

enum class RefusalReason {
    not_a_pack,      // no file of ours, or of a newer form
    unsigned_file,   // of ours, and nobody has signed it
    key_unknown,     // signed by a key that this kiosk does not know, or no longer
    damaged,         // a byte differs from what was signed, or the file is cut short or too long
    wrong_product,   // for another product, or of another schema of content
    too_new_program, // needs a later program than this one
    keys_first,      // needs a list of keys that is not here yet
    older,           // not above the highest content that was ever here
    jump_too_far,    // too far above it
    expired,         // its last day has passed
    too_large,       // more, or larger, or deeper than what is taken
    unsafe_name,     // a name that no file of content has
    faulty_content,  // signed and whole, and not fit to be shown
    no_keys,         // this kiosk takes no content from sticks
    no_room,         // the disk is too full
    cannot_store,    // the disk fails
    stick_gone,      // the stick fails, or was taken out
    no_longer_there, // what was staged has been tidied away
    nothing_before,  // there is nothing to go back to
    contacts_of_one, // changes what wants two people (content/contacts.h), and one person alone has signed it
    keys_of_one,     // a list of keys that one person alone has signed
    no_spare,        // a list of keys without the spare one
};

std::string_view name(RefusalReason reason);

struct Refusal {
    RefusalReason reason = RefusalReason::not_a_pack;
    Error error;
};

// The sentence of the reason about `where`; `detail` is for the office, and stands in brackets.
Refusal refuse(RefusalReason reason, std::string where, std::string_view detail = {});

template <typename T = Unit>
class [[nodiscard]] Accepted {
public:
    Accepted(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Accepted(Refusal refusal) : content_(std::in_place_index<1>, std::move(refusal)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }
    T const& value() const
    {
        assert(ok());
        return *std::get_if<0>(&content_);
    }
    T take()
    {
        assert(ok());
        return std::move(*std::get_if<0>(&content_));
    }
    // Named as Result's, so that KIOSK_TRY hands it on.
    Refusal const& error() const
    {
        assert(!ok());
        return *std::get_if<1>(&content_);
    }

private:
    std::variant<T, Refusal> content_;
};

inline Accepted<> accepted() { return Unit{}; }

// The same for the office's tools, where nobody is sent to the office, and there may be no stick.
Error told_in_the_office(Refusal const& refusal);

// What the disk of the kiosk says, as a refusal: no room, or a disk that fails.
Refusal disk_refusal(Error const& error);

} // namespace kiosk::updates

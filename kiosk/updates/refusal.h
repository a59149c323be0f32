// Refusal: why something from a stick was not taken. Its reason has a name that is stable over releases, so that the
// staff screen can say it in their language; its Error says it in English for the journal and the tools. Accepted<T> is
// a Result with a Refusal in the Error's place.
#pragma once
#include "base/result.h"

#include <string_view>

namespace kiosk::updates {

enum class RefusalReason {
    not_an_archive,                 // no archive or list of keys, or of a newer format
    unsigned_file,                  // nobody has signed it
    key_unknown,                    // signed by a key that this kiosk does not trust, or no longer
    damaged,                        // differs from what was signed, or is cut short or too long
    wrong_product,                  // for another product, or of another schema of content
    too_new_program,                // needs a later program than this one
    keys_first,                     // needs a list of keys that this kiosk does not have yet
    older,                          // its number is not above the highest that this kiosk has had
    jump_too_far,                   // its number is too far above the highest
    expired,                        // its last day has passed
    too_large,                      // more, or larger, or deeper than what is taken
    unsafe_name,                    // a path that is_safe_path() rejects
    faulty_content,                 // signed and whole, but it has errors
    no_keys,                        // this kiosk takes no content from sticks
    no_room,                        // the disk is too full
    cannot_store,                   // the disk fails
    stick_gone,                     // the stick fails, or was taken out
    no_longer_there,                // what was staged has been removed
    nothing_before,                 // there is nothing to go back to
    contacts_need_second_signature, // changes what needs two signatures (content/contacts.h), and one person alone has
                                    // signed it
    keys_need_second_signature,     // a list of keys that one person alone has signed
    no_spare,                       // a list of keys without the spare key of the configuration
};

std::string_view name(RefusalReason reason);

struct Refusal {
    RefusalReason reason = RefusalReason::not_an_archive;
    Error error;
};

// A Refusal with the sentence of its reason; `detail`, for the office, is appended in brackets.
Refusal refuse(RefusalReason reason, std::string where, std::string_view detail = {});

template <typename T = Unit>
using Accepted = Result<T, Refusal>;

inline Accepted<> accepted() { return Unit{}; }

// The Error of a Refusal, worded for the office's tools: without the brackets, and without advice to ask the office.
Error error_for_office(Refusal const& refusal);

// A fault of the kiosk's disk as a Refusal: no_room or cannot_store.
Refusal disk_refusal(Error const& error);

} // namespace kiosk::updates

#include "updates/refusal.h"

#include <array>
#include <fmt/format.h>

namespace kiosk::updates {

namespace {

struct Sentence {
    RefusalReason reason;
    char const* name;
    char const* message;
    char const* advice;
};

using enum RefusalReason;

constexpr Sentence kSentences[] = {
    {not_an_archive, "not_a_pack", "this is not content for this kiosk", "ask the office for the file again"},
    {unsigned_file, "unsigned_file", "nobody has signed this content", "ask the office for the signed file"},
    {key_unknown, "key_unknown", "this was signed by somebody this kiosk does not know",
     "use a file that comes from the office itself"},
    {damaged, "damaged", "the file is damaged or was changed on its way",
     "copy it to the stick once more, or use another stick"},
    {wrong_product, "wrong_product", "this content is for another kind of kiosk",
     "ask the office for the content of this kiosk"},
    {too_new_program, "too_new_program", "this content needs a newer program than this kiosk has",
     "the kiosk needs an update of its program first: ask the office"},
    {keys_first, "keys_first", "this content needs new keys that this kiosk does not have yet",
     "take the file that ends in .kioskkeys first; ask the office for it"},
    {older, "older", "this kiosk has had this content, or newer content, before",
     "look whether the stick holds the newest file"},
    {jump_too_far, "jump_too_far", "the number of this content is far too high", "ask the office for a correct file"},
    {expired, "expired", "the last day of this content has passed", "ask the office for newer content"},
    {too_large, "too_large", "this content is larger than the kiosk takes", "ask the office for a smaller file"},
    {unsafe_name, "unsafe_name", "this content holds a file with a name that is not allowed",
     "ask the office for a correct file"},
    {faulty_content, "faulty_content", "this content has faults and cannot be shown",
     "ask the office for a corrected file; the content shown now stays"},
    {no_keys, "no_keys", "this kiosk takes no content from sticks",
     "the office can allow it: [updates] keys in the configuration"},
    {no_room, "no_room", "the kiosk's disk has too little room", "free some space on the kiosk's disk, then try again"},
    {cannot_store, "cannot_store", "the kiosk's disk could not be written", "restart the kiosk and try again"},
    {stick_gone, "stick_gone", "the stick could not be read to the end",
     "leave the stick in until the kiosk is done, and try again"},
    {no_longer_there, "no_longer_there", "what was looked at is no longer on the kiosk",
     "take it from the stick again"},
    {nothing_before, "nothing_before", "there is no other content to go back to", "nothing needs to be done"},
    {contacts_need_second_signature, "contacts_of_one",
     "this content changes where reports go, the words around it or pictures, and one person alone has signed it",
     "a second person with a key of their own looks at it and signs it too: ask the office"},
    {keys_need_second_signature, "keys_of_one", "these keys were signed by one person alone",
     "a second person with a key of their own signs the list too: ask the office"},
    {no_spare, "no_spare", "these keys leave out the spare one of this kiosk",
     "the office adds it to the list: the last one of [updates] keys in the configuration"},
};

Sentence const& sentence(RefusalReason reason)
{
    for (auto const& candidate : kSentences)
        if (candidate.reason == reason) return candidate;
    return kSentences[0];
}

} // namespace

std::string_view name(RefusalReason reason) { return sentence(reason).name; }

Refusal refuse(RefusalReason reason, std::string where, std::string_view detail)
{
    auto const& said = sentence(reason);
    auto message = detail.empty() ? std::string(said.message) : fmt::format("{} [{}]", said.message, detail);
    return {reason, {std::move(where), std::move(message), said.advice}};
}

Refusal disk_refusal(Error const& error)
{
    return refuse(error.kind == ErrorKind::no_space ? no_room : cannot_store, error.where, error.message);
}

Error error_for_office(Refusal const& refusal)
{
    auto error = refusal.error;
    // What stands in brackets is for whoever wrote the program.
    error.message = error.message.substr(0, error.message.find(" ["));
    if (refusal.reason == not_an_archive) {
        error.message = "is no pack and no list of keys";
        error.advice = "name a .kioskpack or .kioskkeys that kiosk-content made";
    }
    if (refusal.reason == damaged || refusal.reason == too_large)
        error.advice = "have it made once more, or copy it from where it is whole";
    return error;
}

} // namespace kiosk::updates

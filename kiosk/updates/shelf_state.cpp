#include "updates/shelf_state.h"
#include "files/file_writer.h"
#include "files/hexadecimal.h"
#include "files/lines.h"
#include "updates/limits.h"
#include "updates/manifest.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::updates {

namespace {

constexpr std::string_view kShelfMark = "kiosk shelf 1";
constexpr std::string_view kNothing = "-";

constexpr std::string_view kEventNames[] = {"none", "installed", "settled", "refused", "went-back", "keys"};

std::string shown(std::string const& text) { return text.empty() ? std::string(kNothing) : text; }

std::string read_id(LineParser& lines, std::string_view key)
{
    auto const text = lines.expect(key);
    if (text == kNothing) return {};
    if (!is_version_id(text)) lines.fail("no version");
    return std::string(text);
}

ShelfEvent read_event(LineParser& lines)
{
    auto line = lines.expect("last");
    ShelfEvent event;
    auto const kind = take_word(line);
    auto const* known = std::find(std::begin(kEventNames), std::end(kEventNames), kind);
    if (known == std::end(kEventNames))
        lines.fail("no event");
    else
        event.kind = static_cast<ShelfEventKind>(known - std::begin(kEventNames));
    event.content = lines.number(take_word(line), 0, kHighestNumber);
    if (line != kNothing) event.why = line;
    return event;
}

std::optional<KeyList> read_keys(LineParser& lines)
{
    KeyList list;
    list.epoch = lines.number(lines.expect("epoch"), 0, kHighestNumber);
    while (lines.ok() && lines.next_is("key ")) {
        auto const key = crypto::read_public_key(lines.expect("key"));
        if (!key)
            lines.fail("no key");
        else
            list.keys.push_back(key.value());
    }
    if (list.epoch == 0) return std::nullopt;
    return list;
}

std::string body_text(ShelfState const& state)
{
    auto text = fmt::format("{}\ncurrent {}\nprevious {}\nolder {}\ntrial {}\nhighest {}\nlast {} {} {}\nepoch {}\n",
                            kShelfMark, shown(state.current), shown(state.previous), shown(state.older),
                            state.trial ? std::to_string(*state.trial) : std::string(kNothing), state.highest,
                            name(state.last.kind), state.last.content, shown(state.last.why),
                            state.keys ? state.keys->epoch : 0);
    if (state.keys)
        for (auto const& key : state.keys->keys) text += fmt::format("key {}\n", crypto::public_key_text(key));
    return text;
}

} // namespace

std::string_view name(ShelfEventKind kind) { return kEventNames[static_cast<std::size_t>(kind)]; }

bool is_version_id(std::string_view text) { return is_hexadecimal(text, kIdDigits); }

// The checksum detects faults of the disk, not attacks: who can write here can write anything.
std::string state_text(ShelfState const& state)
{
    auto const body = body_text(state);
    return body + "sum " + sha256(body) + "\n";
}

Result<ShelfState> read_state(std::string_view text, std::string const& where)
{
    LineParser lines(text);
    ShelfState state;
    lines.expect_line(kShelfMark);
    state.current = read_id(lines, "current");
    state.previous = read_id(lines, "previous");
    state.older = read_id(lines, "older");
    if (auto const trial = lines.expect("trial"); trial != kNothing)
        state.trial = static_cast<int>(lines.number(trial, 0, 1000));
    state.highest = lines.number(lines.expect("highest"), 0, kHighestNumber);
    state.last = read_event(lines);
    state.keys = read_keys(lines);
    lines.expect("sum");
    lines.end();
    if (!lines.ok() || state_text(state) != text)
        return Error{where, "is damaged" + (lines.ok() ? "" : ": " + lines.fault()),
                     "the content that came with the kiosk is shown; take the newest content from a stick again"};
    return state;
}

} // namespace kiosk::updates

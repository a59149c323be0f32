// Shelf: what staff do with it. shelf.cpp has what a start does.
#include "updates/limits.h"
#include "updates/shelf.h"

#include <algorithm>

namespace kiosk::updates {

Accepted<> Shelf::switch_to(std::string const& id)
{
    std::lock_guard const lock(mutex_);
    auto loaded = load();
    if (!loaded) return disk_refusal(loaded.error());
    auto state = loaded.take();
    auto const staged = manifest(id);
    if (!staged || !is_whole(id)) return refuse(RefusalReason::no_longer_there, "content");
    if (staged->content <= state.highest) return refuse(RefusalReason::older, "content");
    // A version that was still on trial is not worth going back to.
    if (!state.trial) state.older = std::exchange(state.previous, state.current);
    state.current = id;
    state.trial = 0;
    state.highest = staged->content;
    state.last = {ShelfEventKind::installed, staged->content, {}};
    if (auto const stored = store(state); !stored) return disk_refusal(stored.error());
    return accepted();
}

Accepted<> Shelf::go_back()
{
    std::lock_guard const lock(mutex_);
    auto loaded = load();
    if (!loaded) return disk_refusal(loaded.error());
    auto state = loaded.take();
    if (state.current == state.previous) return refuse(RefusalReason::nothing_before, "content");
    auto const listed = manifest(state.current);
    // A version that has passed its trial is kept, so that staff can return to it; one on trial is dropped.
    if (state.trial)
        state.current = std::exchange(state.previous, std::exchange(state.older, {}));
    else
        std::swap(state.current, state.previous);
    state.trial.reset();
    state.last = {ShelfEventKind::went_back, listed ? listed->content : 0, "staff"};
    if (auto const stored = store(state); !stored) return disk_refusal(stored.error());
    return accepted();
}

Result<> Shelf::prepare() const
{
    std::error_code ignored;
    if (std::filesystem::is_directory(options_.folder, ignored)) return success();
    KIOSK_TRY(disk_.make_folder(options_.folder));
    return disk_.sync_folder(options_.folder.parent_path());
}

KeyList Shelf::keys() const
{
    if (options_.keys.keys.empty()) return options_.keys;
    auto const loaded = state();
    if (loaded && loaded.value().keys && loaded.value().keys->epoch > options_.keys.epoch) return *loaded.value().keys;
    return options_.keys;
}

Accepted<KeyList> Shelf::accept_key_list(std::string_view file, std::string const& where)
{
    using enum RefusalReason;
    auto const believed = keys();
    auto const header = read_header(file, where);
    if (!header) return header.error();
    auto const body = file.substr(header.value().bytes(), header.value().text_bytes);
    auto const signers = verify(header.value(), body, believed, where);
    if (!signers) return signers.error();
    if (kind_of(body) != SignedKind::keys) return refuse(not_an_archive, where, "no list of keys");
    if (file.size() != header.value().bytes() + body.size()) return refuse(damaged, where, "its length");
    auto list = read_key_list(body, where);
    if (!list) return list;
    if (list.value().epoch <= believed.epoch) return refuse(older, where, "these keys are here already");
    if (list.value().epoch != believed.epoch + 1) return refuse(keys_first, where);
    // One key, found or stolen, must not be enough to replace the others.
    if (signers.value() < 2) return refuse(keys_need_second_signature, where);
    auto const& spare = options_.keys.keys.back();
    if (std::find(list.value().keys.begin(), list.value().keys.end(), spare) == list.value().keys.end())
        return refuse(no_spare, where);
    std::lock_guard const lock(mutex_);
    auto loaded = load();
    if (!loaded) return disk_refusal(loaded.error());
    auto state = loaded.take();
    state.keys = list.value();
    state.last = {ShelfEventKind::keys, list.value().epoch, {}};
    if (auto const made = prepare(); !made) return disk_refusal(made.error());
    if (auto const stored = store(state); !stored) return disk_refusal(stored.error());
    return list;
}

// For staff who come later. A failing disk is reported elsewhere.
void Shelf::note_refusal(Refusal const& refusal, std::int64_t content)
{
    std::lock_guard const lock(mutex_);
    std::error_code code;
    if (!std::filesystem::is_directory(options_.folder, code)) return;
    auto loaded = load();
    if (!loaded) return;
    auto state = loaded.take();
    state.last = {ShelfEventKind::refused, content, std::string(name(refusal.reason))};
    [[maybe_unused]] auto const stored = store(state);
}

} // namespace kiosk::updates

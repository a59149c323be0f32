#include "updates/shelf.h"
#include "files/files.h"
#include "system/log.h"
#include "updates/limits.h"
#include "updates/refusal.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::updates {

namespace {

// Drops the current version from the state: the one before it becomes the current one.
void revert_to_previous(ShelfState& state, std::string why, std::int64_t content)
{
    state.current = std::exchange(state.previous, std::exchange(state.older, {}));
    state.trial.reset();
    state.last = {ShelfEventKind::went_back, content, std::move(why)};
}

} // namespace

Shelf::Shelf(ShelfOptions options) : options_(std::move(options)), disk_(options_.before_step) {}

Result<ShelfState> Shelf::load() const
{
    auto const file = options_.folder / "state";
    std::error_code code;
    if (std::filesystem::symlink_status(file, code).type() == std::filesystem::file_type::not_found)
        return ShelfState{};
    auto const text = read_file(file);
    if (!text) return text.error();
    return read_state(text.value(), file.string());
}

// Loads the state. A damaged one is renamed to state.damaged, and replaced by one with the highest number of the
// versions on the shelf.
Result<ShelfState> Shelf::load_or_repair(std::vector<ShelfEvent>& events)
{
    auto loaded = load();
    if (loaded) return loaded;
    auto const file = options_.folder / "state";
    auto const text = read_file(file);
    if (!text) return text.error(); // it cannot be read, but may be whole: nothing is overwritten
    log(LogLevel::fault, loaded.error().line());
    ShelfState state;
    for (auto const& path : list_folder(options_.folder))
        if (auto const manifest = this->manifest(path.filename().string()))
            state.highest = std::max(state.highest, manifest->content);
    state.last = {ShelfEventKind::went_back, 0, "state"};
    auto aside = file;
    aside += ".damaged";
    KIOSK_TRY(disk_.rename(file, aside));
    KIOSK_TRY(store(state));
    events.push_back(state.last);
    return state;
}

Result<> Shelf::store(ShelfState const& state) { return disk_.replace(options_.folder / "state", state_text(state)); }

void Shelf::remove_leftovers(ShelfState const& state) const
{
    for (auto const& path : list_folder(options_.folder)) {
        auto const name = path.filename().string();
        bool const left_over = name == "incoming" || name.ends_with(".new");
        bool const shown = name == state.current || name == state.previous || name == state.older;
        if (!left_over && (shown || !is_version_id(name))) continue;
        if (auto const removed = disk_.remove(path); !removed) log(LogLevel::warning, removed.error().line());
    }
}

std::optional<Manifest> Shelf::manifest(std::string const& id) const
{
    if (!is_version_id(id)) return std::nullopt;
    auto const text = read_file(folder_of(id) / "manifest");
    if (!text || !sha256(text.value()).starts_with(id)) return std::nullopt;
    auto manifest = read_manifest(text.value(), id);
    if (!manifest) return std::nullopt;
    return manifest.take();
}

bool Shelf::is_whole(std::string const& id) const
{
    auto const listed = manifest(id);
    return listed && std::all_of(listed->files.begin(), listed->files.end(), [&](ArchivedFile const& file) {
               auto const hashed = hash_file(folder_of(id) / "content" / file.path);
               return hashed && hashed.value().sha256 == file.sha256;
           });
}

// Starts the first version that is whole, from the current one back. Stores the state if that changed it.
StartContent Shelf::fall_back_to_whole(ShelfState state, std::vector<ShelfEvent> events)
{
    bool went_back = !events.empty();
    while (!state.current.empty() && !is_whole(state.current)) {
        auto const listed = manifest(state.current);
        revert_to_previous(state, "unusable", listed ? listed->content : 0);
        events.push_back(state.last);
        went_back = true;
    }
    if (went_back) {
        // If this cannot be stored, the next start decides the same.
        if (auto const stored = store(state); !stored)
            log(LogLevel::warning, stored.error().line());
        else
            remove_leftovers(state);
    }
    StartContent content{{}, state.current, state.trial.has_value(), std::move(events)};
    if (!state.current.empty()) content.content = folder_of(state.current) / "content";
    return content;
}

StartContent Shelf::start()
{
    std::lock_guard const lock(mutex_);
    std::error_code ignored;
    if (!std::filesystem::is_directory(options_.folder, ignored)) return {};
    std::vector<ShelfEvent> events;
    auto loaded = load_or_repair(events);
    if (!loaded) {
        log(LogLevel::fault, loaded.error().line());
        return {};
    }
    auto state = loaded.take();
    remove_leftovers(state);
    if (!state.trial) return fall_back_to_whole(std::move(state), std::move(events));
    auto const listed = manifest(state.current);
    ++*state.trial;
    if (*state.trial > kStartsInTrial) {
        revert_to_previous(state, "starts", listed ? listed->content : 0);
        events.push_back(state.last);
        return fall_back_to_whole(std::move(state), std::move(events));
    }
    if (auto const counted = store(state); !counted) {
        // A start that cannot be counted is not made: a version that fails at every start would be tried for ever.
        log(LogLevel::fault, counted.error().line());
        revert_to_previous(state, std::string(name(RefusalReason::cannot_store)), listed ? listed->content : 0);
        events.push_back(state.last);
    }
    return fall_back_to_whole(std::move(state), std::move(events));
}

StartContent Shelf::reject(std::string const& id)
{
    std::lock_guard const lock(mutex_);
    auto loaded = load();
    if (!loaded || loaded.value().current != id || id.empty()) return {};
    auto state = loaded.take();
    auto const listed = manifest(id);
    revert_to_previous(state, "unusable", listed ? listed->content : 0);
    auto const event = state.last;
    return fall_back_to_whole(std::move(state), {event});
}

std::vector<StartContent> Shelf::startable_versions() const
{
    std::lock_guard const lock(mutex_);
    std::vector<StartContent> found;
    auto const loaded = load();
    if (!loaded) return found;
    auto const& state = loaded.value();
    for (auto const& id : {state.current, state.previous, state.older}) {
        if (id.empty()) break; // from here on it is the content that came with the kiosk
        if (is_whole(id)) found.push_back({folder_of(id) / "content", id, state.trial && id == state.current, {}});
    }
    return found;
}

Result<> Shelf::confirm_trial()
{
    std::lock_guard const lock(mutex_);
    auto loaded = load();
    if (!loaded) return loaded.error();
    auto state = loaded.take();
    if (!state.trial) return success();
    auto const listed = manifest(state.current);
    state.trial.reset();
    auto const older = std::exchange(state.older, {});
    state.last = {ShelfEventKind::settled, listed ? listed->content : 0, {}};
    KIOSK_TRY(store(state));
    // Only this one, not all leftovers: staff may be staging content from a stick right now.
    if (!older.empty() && older != state.current && older != state.previous) return disk_.remove(folder_of(older));
    return success();
}

Result<ShelfState> Shelf::state() const
{
    std::lock_guard const lock(mutex_);
    return load();
}

} // namespace kiosk::updates

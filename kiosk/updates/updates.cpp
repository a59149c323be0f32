#include "updates/updates.h"
#include "updates/limits.h"

#include <fmt/format.h>

namespace kiosk::updates {

StagingOptions ContentUpdates::staging() const
{
    StagingOptions staging;
    if (options_.today) staging.today = options_.today();
    staging.program = options_.program;
    staging.pictures = options_.pictures;
    staging.factory = options_.factory;
    staging.hosts = options_.hosts;
    staging.has_letter = options_.has_letter;
    staging.probe = options_.probe;
    return staging;
}

void ContentUpdates::note(std::string event, std::string detail) const
{
    if (options_.note) options_.note(std::move(event), std::move(detail));
}

Accepted<Staged> ContentUpdates::stage(Candidate const& candidate)
{
    auto source = open_candidate(candidate);
    if (!source) return source.error();
    auto staged = updates::stage(shelf_, *source.take(), staging());
    if (!staged) note("content", fmt::format("refused: {}", name(staged.error().reason)));
    return staged;
}

Accepted<KeyList> ContentUpdates::accept_key_list(Candidate const& candidate)
{
    auto source = open_candidate(candidate);
    if (!source) return source.error();
    auto const opened = source.take();
    std::string text;
    for (;;) {
        auto const piece = opened->read(kMostManifest);
        if (!piece) return refuse(RefusalReason::stick_gone, candidate.shown, piece.error().message);
        if (piece.value().empty()) break;
        text += piece.value();
        if (text.size() > kHeaderBytes + kMostSignatureBytes + kMostManifest)
            return refuse(RefusalReason::too_large, candidate.shown);
    }
    auto taken = shelf_.accept_key_list(text, candidate.shown);
    note("keys",
         taken ? fmt::format("{} taken", taken.value().epoch) : fmt::format("refused: {}", name(taken.error().reason)));
    return taken;
}

Accepted<> ContentUpdates::switch_to(Staged const& staged)
{
    auto switched = shelf_.switch_to(staged.id);
    note("content", fmt::format("{} {}", staged.content,
                                switched ? "installed" : fmt::format("refused: {}", name(switched.error().reason))));
    return switched;
}

Accepted<> ContentUpdates::go_back()
{
    auto gone = shelf_.go_back();
    if (!gone) return gone;
    if (auto const state = shelf_.state()) note("content", machine_text(state.value().last));
    return gone;
}

UpdateStatus ContentUpdates::status() const
{
    UpdateStatus status;
    auto const keys = shelf_.keys();
    status.accepts_content = !keys.keys.empty();
    status.key_epoch = keys.epoch;
    auto const loaded = shelf_.state();
    if (!loaded) return status;
    auto const& state = loaded.value();
    status.on_trial = state.trial.has_value();
    status.highest = state.highest;
    status.last = state.last;
    status.can_go_back = state.current != state.previous;
    if (auto const current = shelf_.manifest(state.current)) {
        status.source = content::Origin::stick;
        status.content = current->content;
        status.version = current->version;
        status.valid_until = current->valid_until;
        auto const today = options_.today ? options_.today() : std::nullopt;
        if (today && *today > current->valid_until)
            status.days_expired = static_cast<int>((*today - current->valid_until).count());
    }
    if (auto const previous = shelf_.manifest(state.previous)) {
        status.previous = content::Origin::stick;
        status.previous_content = previous->content;
        status.previous_version = previous->version;
    }
    return status;
}

std::string machine_text(ShelfEvent const& event)
{
    switch (event.kind) {
    case ShelfEventKind::went_back: return fmt::format("{} went back: {}", event.content, event.why);
    case ShelfEventKind::refused: return fmt::format("{} refused: {}", event.content, event.why);
    default: return fmt::format("{} {}", event.content, name(event.kind));
    }
}

} // namespace kiosk::updates

#include "services/pack_desk.h"

namespace kiosk::services {

namespace {

using visit::ContentAnswered;
using visit::ContentStage;

ContentAnswered refused(updates::Refusal const& refusal)
{
    return {ContentStage::refused, std::string(updates::name(refusal.reason))};
}

// As ui::Pictures finds it, which looks below the shelf.
std::string picture_name(std::filesystem::path preview, std::filesystem::path const& shelf)
{
    return preview.replace_extension().lexically_relative(shelf).string();
}

screens::StagedContent staged_view(updates::Staged const& staged, std::filesystem::path const& shelf)
{
    screens::StagedContent view;
    view.version = staged.version;
    view.valid_until = day_text(staged.valid_until);
    view.languages = staged.summary.languages;
    view.pages = staged.summary.pages;
    view.questions = staged.summary.questions;
    view.channels = staged.summary.channels;
    view.remarks = staged.summary.remarks;
    view.signers = staged.signers;
    view.contacts = staged.contacts;
    for (auto const& preview : staged.previews) view.previews.push_back(picture_name(preview, shelf));
    return view;
}

} // namespace

screens::ContentView PackDesk::view()
{
    auto const status = updates_.status();
    screens::ContentView view;
    view.version = shown_;
    view.origin = status.source == updates::ContentSource::stick ? screens::ContentOrigin::stick
                                                                 : screens::ContentOrigin::factory;
    if (status.valid_until) view.valid_until = day_text(*status.valid_until);
    view.expired = status.days_expired.has_value();
    view.trial = status.on_trial ? screens::ContentTrial::running : screens::ContentTrial::none;
    view.updates = status.takes_packs;
    if (status.can_go_back)
        view.back_to = status.previous == updates::ContentSource::stick ? status.previous_version : "";
    view.back = !status.can_go_back    ? screens::WayBack::none
                : view.back_to.empty() ? screens::WayBack::to_the_factory
                                       : screens::WayBack::to_a_version;
    if (status.last.kind == updates::ShelfEventKind::went_back) view.went_back = status.last.why;
    if (staged_) view.staged = staged_view(*staged_, shelf_);
    return view;
}

ContentAnswered PackDesk::find(std::vector<std::filesystem::path> const& places)
{
    staged_.reset();
    auto const found = updates_.find(places);
    std::optional<updates::Refusal> refusal;
    bool keys_taken = false;
    // Keys first: the content beside them may be signed by a new one.
    for (auto const& candidate : found.candidates) {
        if (candidate.kind != updates::SignedKind::keys) continue;
        if (auto const taken = updates_.take_keys(candidate); taken)
            keys_taken = true;
        else
            refusal = taken.error();
    }
    for (auto const& candidate : found.candidates) {
        if (candidate.kind != updates::SignedKind::pack) continue;
        auto staged = updates_.stage(candidate);
        if (!staged)
            refusal = staged.error();
        else if (!staged_ || staged.value().content > staged_->content)
            staged_ = staged.take();
    }
    if (staged_) return {ContentStage::ready, ""};
    if (keys_taken) return {ContentStage::keys_taken, ""};
    // Of several files the last one's reason stands for all.
    return refusal ? refused(*refusal) : ContentAnswered{ContentStage::none, ""};
}

ContentAnswered PackDesk::use()
{
    if (!staged_) return {ContentStage::none, ""};
    auto const switched = updates_.switch_to(*staged_);
    return switched ? ContentAnswered{ContentStage::switching, ""} : refused(switched.error());
}

ContentAnswered PackDesk::drop()
{
    staged_.reset();
    return {ContentStage::idle, ""};
}

ContentAnswered PackDesk::go_back()
{
    auto const back = updates_.go_back();
    return back ? ContentAnswered{ContentStage::switching, ""} : refused(back.error());
}

} // namespace kiosk::services

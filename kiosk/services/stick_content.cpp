#include "services/stick_content.h"

namespace kiosk::services {

namespace {

using staff::ContentReplied;
using staff::ContentStage;

ContentReplied refused(updates::Refusal const& refusal)
{
    return {ContentStage::refused, std::string(updates::name(refusal.reason))};
}

// As ui::Pictures finds it, which looks below the shelf.
std::string picture_name(std::filesystem::path preview, std::filesystem::path const& shelf)
{
    return preview.replace_extension().lexically_relative(shelf).string();
}

staff::StagedContent staged_view(updates::Staged const& staged, std::filesystem::path const& shelf)
{
    staff::StagedContent view;
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

staff::ContentView StickContent::view()
{
    auto const status = updates_.status();
    staff::ContentView view;
    view.version = shown_;
    view.origin = status.source;
    if (status.valid_until) view.valid_until = day_text(*status.valid_until);
    view.expired = status.days_expired.has_value();
    view.trial = status.on_trial ? staff::ContentTrial::running : staff::ContentTrial::none;
    view.updates = status.accepts_content;
    if (status.can_go_back) view.back_to = status.previous == content::Origin::stick ? status.previous_version : "";
    view.back = !status.can_go_back    ? staff::RollbackTarget::none
                : view.back_to.empty() ? staff::RollbackTarget::to_the_factory
                                       : staff::RollbackTarget::to_a_version;
    if (status.last.kind == updates::ShelfEventKind::went_back) view.went_back = status.last.why;
    if (staged_) view.staged = staged_view(*staged_, shelf_);
    return view;
}

ContentReplied StickContent::find(std::vector<std::filesystem::path> const& mount_points)
{
    staged_.reset();
    auto const found = updates_.find(mount_points);
    std::optional<updates::Refusal> refusal;
    bool keys_taken = false;
    // Keys first: the content beside them may be signed by a new one.
    for (auto const& candidate : found.candidates) {
        if (candidate.kind != updates::SignedKind::keys) continue;
        if (auto const taken = updates_.accept_key_list(candidate); taken)
            keys_taken = true;
        else
            refusal = taken.error();
    }
    for (auto const& candidate : found.candidates) {
        if (candidate.kind != updates::SignedKind::content) continue;
        auto staged = updates_.stage(candidate);
        if (!staged)
            refusal = staged.error();
        else if (!staged_ || staged.value().content > staged_->content)
            staged_ = staged.take();
    }
    if (staged_) return {ContentStage::ready, ""};
    if (keys_taken) return {ContentStage::keys_taken, ""};
    // Of several refused files the last one's reason is shown.
    return refusal ? refused(*refusal) : ContentReplied{ContentStage::none, ""};
}

ContentReplied StickContent::use()
{
    if (!staged_) return {ContentStage::none, ""};
    auto const switched = updates_.switch_to(*staged_);
    return switched ? ContentReplied{ContentStage::switching, ""} : refused(switched.error());
}

ContentReplied StickContent::drop()
{
    staged_.reset();
    return {ContentStage::idle, ""};
}

ContentReplied StickContent::go_back()
{
    auto const back = updates_.go_back();
    return back ? ContentReplied{ContentStage::switching, ""} : refused(back.error());
}

} // namespace kiosk::services

#include "services/figures_service.h"
#include "naming/display_names.h"
#include "system/sticks.h"

#include <fmt/format.h>
#include <utility>

namespace kiosk::services {

namespace {

using staff::Outcome;

// The kind of error, for which the screen has a text; "" for a missing stick.
staff::FiguresExported not_exported(ErrorKind kind)
{
    return {Outcome::failed, kind == ErrorKind::missing ? "" : std::string(name(kind))};
}

// Why no stick can be written to: missing where there is none, foreign where there is one that the kiosk does not read.
ErrorKind why_none(FiguresServiceOptions const& options)
{
    auto const there = sticks(options.exporting.folders, StickUse::reading, options.mounts);
    if (!there.empty()) return why_not_writable(there.front());
    return has_unsupported_stick(options.foreign_sticks) ? ErrorKind::foreign : ErrorKind::missing;
}

// The name of the exported folder; with several sticks or partitions, that of its mount point before it.
std::string words_of(std::filesystem::path const& path, std::size_t mount_points)
{
    auto const folder = path.filename().string();
    return mount_points > 1 ? fmt::format("{}/{}", path.parent_path().filename().string(), folder) : folder;
}

staff::FiguresView view_of(FiguresServiceOptions const& options, WriterStatus const& status,
                           Result<StaffFigures> figures)
{
    staff::FiguresView view;
    // Without a name in the configuration, the last known one.
    view.kiosk = options.kiosk.empty() ? status.kiosk : options.kiosk;
    view.fair_name = options.fair.name;
    view.releases = options.at_fair ? staff::ReleaseRule::with_the_fair : staff::ReleaseRule::with_the_month;
    view.state = staff::FiguresState::read;
    view.fault = status.last_fault;
    if (view.fault.empty() && !figures) view.fault = figures.error().line();
    if (figures) view.figures = figures.take();
    // The path of the database that was put aside, for staff to pass on.
    view.quarantined = view.fault.empty() ? status.quarantined : "";
    return view;
}

} // namespace

void FiguresService::wait() const
{
    if (options_.waiting == Execution::at_once) writer_.flush();
}

void FiguresService::read(std::function<void(staff::FiguresRead)> done)
{
    writer_.read_figures({options_.fair.from, options_.fair.to},
                         [options = options_, &writer = writer_, done = std::move(done)](Result<StaffFigures> figures) {
                             done({view_of(options, writer.status(), std::move(figures))});
                         });
    wait();
}

void FiguresService::export_to_stick(std::function<void(staff::FiguresExported)> done)
{
    ExportRequest request;
    request.mount_points = sticks(options_.exporting.folders, StickUse::writing, options_.mounts);
    if (request.mount_points.empty()) return done(not_exported(why_none(options_)));
    auto const& language = options_.exporting.language;
    request.labels = naming::make_display_names(content_, language.empty() ? content_.languages.front() : language);
    request.public_key = options_.exporting.public_key; // checked when the configuration was read
    auto const mount_points = request.mount_points.size();
    writer_.export_figures(std::move(request),
                           [mount_points, done = std::move(done)](Result<package::ExportResult> exported) {
                               if (exported)
                                   done({Outcome::done, words_of(exported.value().path, mount_points)});
                               else
                                   done({Outcome::failed, std::string(name(exported.error().kind))});
                           });
    wait();
}

void FiguresService::keep(DayRemark remark, RemarkChange change, std::function<void(staff::RemarkKept)> done)
{
    writer_.keep_remark(std::move(remark), change, [done = std::move(done)](Result<> kept) {
        done({kept ? Outcome::done : Outcome::failed, kept ? "" : kept.error().line()});
    });
    wait();
}

} // namespace kiosk::services

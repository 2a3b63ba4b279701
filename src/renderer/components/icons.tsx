import type { ComponentType } from 'react'
import type { AntdIconProps } from '@ant-design/icons/es/components/AntdIcon'
import ApartmentOutlinedMark from '@ant-design/icons/ApartmentOutlined'
import ArrowDownOutlinedMark from '@ant-design/icons/ArrowDownOutlined'
import ArrowUpOutlinedMark from '@ant-design/icons/ArrowUpOutlined'
import BarChartOutlinedMark from '@ant-design/icons/BarChartOutlined'
import BellOutlinedMark from '@ant-design/icons/BellOutlined'
import BulbOutlinedMark from '@ant-design/icons/BulbOutlined'
import CalculatorOutlinedMark from '@ant-design/icons/CalculatorOutlined'
import CalendarOutlinedMark from '@ant-design/icons/CalendarOutlined'
import CarOutlinedMark from '@ant-design/icons/CarOutlined'
import CaretDownOutlinedMark from '@ant-design/icons/CaretDownOutlined'
import CaretUpOutlinedMark from '@ant-design/icons/CaretUpOutlined'
import CheckCircleFilledMark from '@ant-design/icons/CheckCircleFilled'
import CheckCircleOutlinedMark from '@ant-design/icons/CheckCircleOutlined'
import CloseCircleFilledMark from '@ant-design/icons/CloseCircleFilled'
import CopyOutlinedMark from '@ant-design/icons/CopyOutlined'
import DatabaseOutlinedMark from '@ant-design/icons/DatabaseOutlined'
import DeleteOutlinedMark from '@ant-design/icons/DeleteOutlined'
import DollarOutlinedMark from '@ant-design/icons/DollarOutlined'
import DownOutlinedMark from '@ant-design/icons/DownOutlined'
import DownloadOutlinedMark from '@ant-design/icons/DownloadOutlined'
import EditOutlinedMark from '@ant-design/icons/EditOutlined'
import FilePdfOutlinedMark from '@ant-design/icons/FilePdfOutlined'
import FileTextOutlinedMark from '@ant-design/icons/FileTextOutlined'
import FilterOutlinedMark from '@ant-design/icons/FilterOutlined'
import FlagOutlinedMark from '@ant-design/icons/FlagOutlined'
import FolderOpenOutlinedMark from '@ant-design/icons/FolderOpenOutlined'
import GlobalOutlinedMark from '@ant-design/icons/GlobalOutlined'
import HistoryOutlinedMark from '@ant-design/icons/HistoryOutlined'
import HomeOutlinedMark from '@ant-design/icons/HomeOutlined'
import ImportOutlinedMark from '@ant-design/icons/ImportOutlined'
import InboxOutlinedMark from '@ant-design/icons/InboxOutlined'
import InfoCircleFilledMark from '@ant-design/icons/InfoCircleFilled'
import LeftOutlinedMark from '@ant-design/icons/LeftOutlined'
import MenuFoldOutlinedMark from '@ant-design/icons/MenuFoldOutlined'
import MenuUnfoldOutlinedMark from '@ant-design/icons/MenuUnfoldOutlined'
import MessageOutlinedMark from '@ant-design/icons/MessageOutlined'
import MoreOutlinedMark from '@ant-design/icons/MoreOutlined'
import PaperClipOutlinedMark from '@ant-design/icons/PaperClipOutlined'
import PercentageOutlinedMark from '@ant-design/icons/PercentageOutlined'
import PhoneOutlinedMark from '@ant-design/icons/PhoneOutlined'
import PlusOutlinedMark from '@ant-design/icons/PlusOutlined'
import PrinterOutlinedMark from '@ant-design/icons/PrinterOutlined'
import ProfileOutlinedMark from '@ant-design/icons/ProfileOutlined'
import QuestionCircleOutlinedMark from '@ant-design/icons/QuestionCircleOutlined'
import RightOutlinedMark from '@ant-design/icons/RightOutlined'
import SearchOutlinedMark from '@ant-design/icons/SearchOutlined'
import SettingOutlinedMark from '@ant-design/icons/SettingOutlined'
import SwapOutlinedMark from '@ant-design/icons/SwapOutlined'
import TagOutlinedMark from '@ant-design/icons/TagOutlined'
import TeamOutlinedMark from '@ant-design/icons/TeamOutlined'
import TrophyOutlinedMark from '@ant-design/icons/TrophyOutlined'
import UndoOutlinedMark from '@ant-design/icons/UndoOutlined'
import UserOutlinedMark from '@ant-design/icons/UserOutlined'
import WarningFilledMark from '@ant-design/icons/WarningFilled'
import WechatOutlinedMark from '@ant-design/icons/WechatOutlined'

/**
 * The program's icons. They stand beside words, or in buttons that have a name: a screen reader is not told the English
 * names of their drawings. (The library says them as names of pictures.)
 */
function silent(Mark: ComponentType<AntdIconProps>) {
  return function Icon(props: AntdIconProps) {
    return <Mark role={undefined} aria-label={undefined} aria-hidden="true" {...props} />
  }
}

export const ApartmentOutlined = silent(ApartmentOutlinedMark)
export const ArrowDownOutlined = silent(ArrowDownOutlinedMark)
export const ArrowUpOutlined = silent(ArrowUpOutlinedMark)
export const BarChartOutlined = silent(BarChartOutlinedMark)
export const BellOutlined = silent(BellOutlinedMark)
export const BulbOutlined = silent(BulbOutlinedMark)
export const CalculatorOutlined = silent(CalculatorOutlinedMark)
export const CalendarOutlined = silent(CalendarOutlinedMark)
export const CarOutlined = silent(CarOutlinedMark)
export const CaretDownOutlined = silent(CaretDownOutlinedMark)
export const CaretUpOutlined = silent(CaretUpOutlinedMark)
export const CheckCircleFilled = silent(CheckCircleFilledMark)
export const CheckCircleOutlined = silent(CheckCircleOutlinedMark)
export const CloseCircleFilled = silent(CloseCircleFilledMark)
export const CopyOutlined = silent(CopyOutlinedMark)
export const DatabaseOutlined = silent(DatabaseOutlinedMark)
export const DeleteOutlined = silent(DeleteOutlinedMark)
export const DollarOutlined = silent(DollarOutlinedMark)
export const DownOutlined = silent(DownOutlinedMark)
export const DownloadOutlined = silent(DownloadOutlinedMark)
export const EditOutlined = silent(EditOutlinedMark)
export const FilePdfOutlined = silent(FilePdfOutlinedMark)
export const FileTextOutlined = silent(FileTextOutlinedMark)
export const FilterOutlined = silent(FilterOutlinedMark)
export const FlagOutlined = silent(FlagOutlinedMark)
export const FolderOpenOutlined = silent(FolderOpenOutlinedMark)
export const GlobalOutlined = silent(GlobalOutlinedMark)
export const HistoryOutlined = silent(HistoryOutlinedMark)
export const HomeOutlined = silent(HomeOutlinedMark)
export const ImportOutlined = silent(ImportOutlinedMark)
export const InboxOutlined = silent(InboxOutlinedMark)
export const InfoCircleFilled = silent(InfoCircleFilledMark)
export const LeftOutlined = silent(LeftOutlinedMark)
export const MenuFoldOutlined = silent(MenuFoldOutlinedMark)
export const MenuUnfoldOutlined = silent(MenuUnfoldOutlinedMark)
export const MessageOutlined = silent(MessageOutlinedMark)
export const MoreOutlined = silent(MoreOutlinedMark)
export const PaperClipOutlined = silent(PaperClipOutlinedMark)
export const PercentageOutlined = silent(PercentageOutlinedMark)
export const PhoneOutlined = silent(PhoneOutlinedMark)
export const PlusOutlined = silent(PlusOutlinedMark)
export const PrinterOutlined = silent(PrinterOutlinedMark)
export const ProfileOutlined = silent(ProfileOutlinedMark)
export const QuestionCircleOutlined = silent(QuestionCircleOutlinedMark)
export const RightOutlined = silent(RightOutlinedMark)
export const SearchOutlined = silent(SearchOutlinedMark)
export const SettingOutlined = silent(SettingOutlinedMark)
export const SwapOutlined = silent(SwapOutlinedMark)
export const TagOutlined = silent(TagOutlinedMark)
export const TeamOutlined = silent(TeamOutlinedMark)
export const TrophyOutlined = silent(TrophyOutlinedMark)
export const UndoOutlined = silent(UndoOutlinedMark)
export const UserOutlined = silent(UserOutlinedMark)
export const WarningFilled = silent(WarningFilledMark)
export const WechatOutlined = silent(WechatOutlinedMark)
